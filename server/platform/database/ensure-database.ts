import pg from 'pg'
import { isDatabaseError } from './failures.ts'

/** Creates the database that `url` names where it is missing. */
export async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client(url)
  try {
    await client.connect()
  } catch (error) {
    if (!isDatabaseError(error, '3D000')) throw error
    await createDatabase(url)
  } finally {
    await client.end()
  }
}

async function createDatabase(url: string): Promise<void> {
  const maintenance = new URL(url)
  const name = decodeURIComponent(maintenance.pathname.slice(1))
  maintenance.pathname = '/postgres'
  const client = new pg.Client(maintenance.href)
  await client.connect()
  try {
    await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}
