import { type Command, UsageError } from './command.ts'
import { needed, readOptions } from './options.ts'

const usage = `kith user reset-factors --email E [--allow-passwords]

Takes away the authenticator app, recovery codes and passkeys of the person with this e-mail (or mobile number) and signs them out
everywhere: for the last administrator, whom nobody else can help. The password stays.

Where passwords do not open a workspace and nobody but this person could come in to rule it, that is refused. With
--allow-passwords they open such a workspace from now on, and no other one.`

export const command: Command = {
  summary: 'take away lost second factors',
  usage,
  async run(args, context) {
    const { values, positionals } = readOptions(args, {
      email: { type: 'string' },
      'allow-passwords': { type: 'boolean' },
    })
    if (positionals.length > 0) throw new UsageError(`What is "${positionals[0]}"?`)
    const identifier = needed(values.email, 'email')
    const { withKith } = await import('./with-kith.ts')
    const removed = await withKith(context, async (_, auth) => {
      const account = await auth.findAccountByIdentifier(identifier)
      if (account === undefined) throw new UsageError(`Nobody signs in with ${identifier}`)
      return auth.removeFactors(account.id, values['allow-passwords'] === true)
    })
    context.print(
      removed ? `${identifier} has no second factor any more` : `${identifier} had no second factor`,
    )
    return 0
  },
}
