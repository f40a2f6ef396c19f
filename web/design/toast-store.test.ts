import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closeToast, offerQuietUndo, showToast, showUndo, toastStore } from './toast-store.ts'
import { undoLatest } from './toast-undo.ts'

const undone: string[] = []
const note = (name: string) => () => void undone.push(name)

beforeEach(() => {
  vi.useFakeTimers()
  undone.length = 0
})
afterEach(() => {
  for (const { id } of toastStore.get()) closeToast(id)
  vi.useRealTimers()
})

test('the key takes back the latest, then the one before, and each once', () => {
  showUndo('一', note('first'))
  showToast('二', { undo: note('second') })
  expect([undoLatest(), undoLatest(), undoLatest()]).toEqual([true, true, false])
  expect(undone).toEqual(['second', 'first'])
  expect(toastStore.get()).toEqual([])
})

test('a toast that is gone offers nothing to the key', () => {
  const id = showUndo('一', note('first'))
  closeToast(id)
  expect(undoLatest()).toBe(false)
})

test('what was done without a word is on offer for 8 s', () => {
  offerQuietUndo(note('quiet'))
  vi.advanceTimersByTime(7_900)
  expect(undoLatest()).toBe(true)
  offerQuietUndo(note('late'))
  vi.advanceTimersByTime(8_100)
  expect(undoLatest()).toBe(false)
  expect(undone).toEqual(['quiet'])
})
