/** A mistake in the environment. The message has one line for each. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`The configuration needs a change:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.name = 'ConfigError'
  }
}
