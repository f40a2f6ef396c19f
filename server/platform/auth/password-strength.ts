import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { passwordWords } from './password-words.ts'

/** 10^6 guesses and more: nobody gets there through a sign-in that counts attempts. */
const leastScore = 2

/** Estimating takes longer the longer the password is; what this many characters do not make strong, more do not either. */
const longestLookedAt = 64

let loading: Promise<ZxcvbnFactory> | undefined

/** 49,000 passwords that leaked most often, the neighbours of keys, and our own words: loaded when somebody makes a password. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new Factory({
    dictionary: { ...dictionary, 'passwords-china': [...passwordWords] },
    graphs: adjacencyGraphs,
  })
}

/**
 * Whether a password is among those that leaked or is made of their like: words, names, dates, runs of keys, repetitions. Nothing
 * leaves the machine.
 * @param about what others know of the person: name, address, number
 */
export async function isGuessable(password: string, about: readonly string[]): Promise<boolean> {
  loading ??= loadEstimator()
  const estimator = await loading
  const known = about.flatMap((text) => [text, ...text.split(/[\s@.+_-]+/)]).filter((text) => text.length > 1)
  return estimator.check(password.slice(0, longestLookedAt), known).score < leastScore
}
