// A database as an earlier version of the gateway left it: its schema up to a migration, and rows of all kinds in it.

import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { migrationsFor, migrationTable } from '../../gateway/store/migrations.ts'
import { postgresDialect } from '../../gateway/store/postgres.ts'
import { sqliteDialect } from '../../gateway/store/sqlite-dialect.ts'

/** Patients with two versions each, in a journey of hub1; the last of them is deleted. No index rows but what each hangs on. */
export const patients = 450

const at = (version: number, i: number) => `2026-01-0${version}T00:00:00.${String(i).padStart(6, '0')}Z`
const text = (version: number, i: number) =>
  JSON.stringify({
    resourceType: 'Patient',
    id: `p${i}`,
    meta: { versionId: String(version), lastUpdated: at(version, i) },
    identifier: [{ system: 'urn:example:local', value: `local-${i}` }],
    managingOrganization: { reference: 'https://gateway.example/fhir/R4/Organization/trust1' },
  })

function* rows(): Iterable<string> {
  for (let i = 1; i <= patients; i++) {
    const deleted = i === patients ? 1 : 0
    yield `insert into resource (rid, type, id, kind, version, updated, deleted)
      values (${i}, 'Patient', 'p${i}', 'demographics', 2, '${at(2, i)}', ${deleted})`
    for (const version of [1, 2]) {
      yield `insert into version (rid, version, at, text, deleted, author) values
        (${i}, ${version}, '${at(version, i)}', '${version === 2 && deleted ? '' : text(version, i)}', ${version - 1 ? deleted : 0}, 'trust1')`
    }
    yield `insert into search_index (rid, key, value, other) values (${i}, 'Patient.anchor', 'Encounter/e', '')`
    yield `insert into search_index (rid, key, value, other) values (${i}, 'Patient.forgotten', 'x', '')`
    yield `insert into membership (rid, journey) values (${i}, 'j')`
  }
  yield `insert into party (seq, journey, organization, role, source, since) values (${patients + 1}, 'j', 'hub1', 'hub', 's', '2026')`
  yield `insert into reader (organization, rid, why) values ('trust1', 1, 'author')`
  // Who wrote a later version of what trust1 made, and two whom it was addressed to.
  yield `update version set author = 'council1' where rid = 2 and version = 2`
  for (const [organization, why] of [
    ['trust1', 'author'],
    ['council1', 'author'],
    ['council1', 'addressed'],
    ['provider1', 'author'],
  ])
    yield `insert into reader (organization, rid, why) values ('${organization}', 2, '${why}')`
  yield* draftTask(patients + 3)
  for (const id of ['a1', 'a2'])
    yield `insert into audit (id, at, client, organization, action, outcome, what, request)
      values ('${id}', '${at(1, 1)}', 'c', 'trust1', 'read', 'success', '["Patient/p1"]', 'r')`
  yield `insert into withholding (organization, resource, reason) values ('hub1', 'Patient/p9', 'safeguarding')`
  yield `insert into claim (space, key, holder) values ('s', 'k', 'h')`
  yield `insert into setting (name, text) values ('n', '{"kept":true}')`
  yield `insert into outbox (seq, id, organization, resource, event) values (${patients + 2}, 'o', 'hub1', 'Patient/p1', 'told')`
  yield `update clock set serial = ${patients + 3}, last = 1780000000000000`
}

/** A Task of hub1 for council1: a draft, then requested, then deleted. */
function* draftTask(rid: number): Iterable<string> {
  const said = (status: string) => JSON.stringify({ resourceType: 'Task', id: 't', status, intent: 'order' })
  yield `insert into resource (rid, type, id, kind, version, updated, deleted) values (${rid}, 'Task', 't', 'task', 3, '${at(1, 3)}', 1)`
  for (const [i, text] of [said('draft'), said('requested'), ''].entries())
    yield `insert into version (rid, version, at, text, deleted, author)
      values (${rid}, ${i + 1}, '${at(1, i + 1)}', '${text}', ${text === '' ? 1 : 0}, 'hub1')`
  yield `insert into reader (organization, rid, why) values ('hub1', ${rid}, 'author')`
  yield `insert into reader (organization, rid, why) values ('council1', ${rid}, 'addressed')`
}

/** Everything in one go, as SQL that both databases take: rows of the first schema, brought to the one that is asked for. */
function script(dialect: typeof sqliteDialect, number: number): string {
  const done = migrationsFor(dialect).filter((one) => one.number <= number)
  const [first, ...later] = done.map(({ sql }) => sql)
  const noted = done.map((one) => `insert into migration values (${one.number}, '${one.name}', '2026-01-01')`)
  return [migrationTable, first, ...rows(), ...later, ...noted].join(';\n')
}

export function sqliteFrom(path: string, number: number): void {
  const database = new DatabaseSync(path)
  database.exec(`begin; ${script(sqliteDialect, number)}; commit`)
  database.close()
}

export async function postgresFrom(url: string, number: number): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(script(postgresDialect, number))
  await client.end()
}
