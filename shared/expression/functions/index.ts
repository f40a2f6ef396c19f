import { date } from './date.ts'
import type { FunctionDefinition } from './function.ts'
import { logic } from './logic.ts'
import { number } from './number.ts'
import { text } from './text.ts'

const families = { ...logic, ...text, ...number, ...date }

export type FunctionName = keyof typeof families

export const functions: Readonly<Record<FunctionName, FunctionDefinition>> = families

const byWord = new Map<string, FunctionName>()
for (const [name, { aliases }] of Object.entries(functions)) {
  for (const word of [name, ...aliases]) byWord.set(word.toLowerCase(), name as FunctionName)
}

/** The function of a name or alias, case aside. */
export function findFunction(word: string): FunctionName | undefined {
  return byWord.get(word.toLowerCase())
}

export const functionWords = (): Iterable<string> => byWord.keys()
