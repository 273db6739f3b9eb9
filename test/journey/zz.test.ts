import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignTo, takeReferral } from '../../gateway/demo/acts.ts'
import { ago, referralForm } from '../../gateway/demo/hl7.ts'
import { change } from '../../gateway/demo/stage.ts'
import { admission, person } from './people.ts'
import { databases, startWorld, type World } from './world.ts'
describe.each(databases.slice(0,1))('again on $name', (database) => {
  let world: World
  beforeAll(async () => { world = await startWorld(database) })
  afterAll(() => world.close())
  it('refers again', async () => {
    const who = person(1)
    await world.mllp(admission(who))
    await world.mllp(referralForm(who, { at: ago(50) }))
    await takeReferral(world.stage, 'p')
    await change(world.systems.epr, world.stage.known.get('p.referral')!, (r) => ({ ...r, status: 'revoked' }))
    console.log(await world.mllp(referralForm(who, { at: ago(40) }).replace(/FORM-\w+/, 'FORM-OTHER')))
    await takeReferral(world.stage, 'q')
    console.log(await world.store.journeysOf(world.stage.known.get('q.referral')!))
    console.log(await assignTo(world.stage, 'q', 'community', 'assess-and-plan'))
  })
})
