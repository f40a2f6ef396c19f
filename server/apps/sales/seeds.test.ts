import { expect, test } from 'vitest'
import { languages } from '#shared/language.ts'
import { shippedObjects } from '../index.ts'
import { workspaceSeeds } from './seeds.ts'

test.each(languages)('a workspace in %s starts with one pipeline that can be won and lost', (language) => {
  const [pipelines, stages] = workspaceSeeds(language)
  expect(pipelines?.object).toBe('pipeline')
  expect(pipelines?.records).toHaveLength(1)
  const pipelineId = pipelines?.records[0]?.id
  expect(stages?.records.map((stage) => stage.pipelineId)).toEqual(Array(6).fill(pipelineId))
  expect(stages?.records.map((stage) => stage.probability)).toEqual([10, 25, 50, 75, 100, 0])
  expect(stages?.records.map((stage) => stage.outcome)).toEqual([
    'open',
    'open',
    'open',
    'open',
    'won',
    'lost',
  ])
  const ids = stages?.records.map((stage) => stage.id) ?? []
  expect(ids.toSorted()).toEqual(ids)
})

test('names only fields that the objects declare', () => {
  for (const { object, records } of workspaceSeeds('zh-CN')) {
    const declared = shippedObjects.find(({ name }) => name === object)?.fields.map(({ name }) => name) ?? []
    for (const record of records)
      for (const name of Object.keys(record))
        expect(['id', ...declared]).toContain(name === 'pipelineId' ? 'pipeline' : name)
  }
})
