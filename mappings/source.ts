// The settings of one source: what its fields mean, where sources differ. An entry of SOURCES_FILE, keyed by client id.

import { z } from 'zod'
import { isTimeZone } from './engine/zone.ts'

/** What PV1-36 and PV1-37 can hold. HL7 UK, ITK and real feeds all differ (uk-data-formats.md §0.3). */
const dischargeMeaning = z.enum(['discharge-destination', 'discharge-method', 'ignore'])

/** A system that becomes part of a path (`identifier[system=…]`), so without brackets. */
const system = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\s[\]]+$/, 'a URI without spaces and brackets')

const codes = z.array(z.string().min(1)).default([])

/** An empty one would begin everything. */
const beginnings = z.array(z.string().min(1))

/** What the answer to one question of a form says. Questions without a meaning are kept as words in the referral's note. */
const question = z.discriminatedUnion('means', [
  /** Whether the person meets the criteria to reside, by the answers that say so; any other answer says nothing. */
  z.object({ means: z.literal('criteria-to-reside'), meets: codes, noLongerMeets: codes }),
  /** The discharge ready date: since when the criteria are no longer met. */
  z.object({ means: z.literal('discharge-ready-date') }),
  /** Why the referral is made, in words. */
  z.object({ means: z.literal('reason') }),
  /** The hub to which the referral goes, as its id in the registry; `answers` translates what the form writes. */
  z.object({ means: z.literal('hub'), answers: z.record(z.string(), z.string()).default({}) }),
])

const form = z.object({
  /** How the form arrives: answers as OBX (ORU), or a document (MDM). */
  message: z.enum(['ORU^R01', 'MDM^T02']),
  /** Codes of which one must stand in the field for the message to be this form. A field that is not named is not asked. */
  recognisedBy: z
    .object({ 'OBR-4': z.array(z.string()), 'TXA-2': z.array(z.string()), 'OBX-3': z.array(z.string()) })
    .partial()
    .refine((fields) => Object.values(fields).some((list) => list !== undefined && list.length > 0), 'names at least one code'),
  /** The hub that receives it, as its id in the registry, unless a question of the form names one. */
  hub: z.string().optional(),
  /** What is asked for; the only form there is asks for help with a discharge. */
  code: z
    .object({ system, code: z.string(), display: z.string().optional() })
    .default({ system: 'http://snomed.info/sct', code: '718524000', display: 'Referral to discharge planning team' }),
  /** OBX-3 code of the question → what its answer means. */
  questions: z.record(z.string(), question).default({}),
})

const settings = z.object({
  /** Zone of times without an offset. */
  timeZone: z.string().refine(isTimeZone, 'a time zone such as Europe/London').default('Europe/London'),
  /**
   * Assigning authority (PID-3.4, PV1-19.4), or sending facility (MSH-4) where there is none → identifier system. What is not
   * listed gets a system of our own, made from client and authority, so that two trusts behind one engine stay apart.
   */
  identifierSystems: z.record(z.string(), system).default({}),
  /**
   * By default both fields are tried as destination, PV1-36 first: HL7 UK and most feeds put it there, ITK in PV1-37. No field is
   * taken for a discharge method unless the settings say so: `1` would otherwise be read where `19` was meant, or the reverse.
   */
  'PV1-36': dischargeMeaning.default('discharge-destination'),
  'PV1-37': dischargeMeaning.default('discharge-destination'),
  /** ZU1-22 and ZU1-24 are ITK's "medically fit" of 2014; criteria to reside (2020) only where the source says it re-used them. */
  'ZU1-22': z.enum(['medically-fit', 'criteria-to-reside']).default('medically-fit'),
  /** Local words for codes: id of the code table → what the source sends → code of the table. */
  aliases: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  forms: z.array(form).default([]),
  /** Messages about anybody else are none of our business: only a digest and the reason are kept. Empty lists admit all. */
  intake: z
    .object({
      /** Youngest age in years at the time of the event; a person without a date of birth is admitted. */
      minAge: z.number().int().min(0).max(120).default(0),
      /** Points of care (PV1-3.1). */
      wards: codes,
      /** Treatment functions (PV1-10.1). */
      specialties: codes,
      /** Patient classes (PV1-2), as sent. */
      classes: codes,
    })
    .prefault({}),
  /**
   * How test people are known, by the beginnings of names and numbers: a live store marks them HTEST and leaves them out of
   * extracts (gateway/intake/test-people.ts); a sandbox takes them like anybody.
   */
  testPatients: z.object({ familyNames: beginnings.default(['ZZTEST']), nhsNumbers: beginnings.default(['999']) }).prefault({}),
  /** A message whose event is older than this when it comes starts no clock and tells nobody "new". */
  staleAfterMinutes: z.number().int().positive().default(720),
})

export type SourceSettings = z.infer<typeof settings> & { readonly client: string }
export type Form = z.infer<typeof form>
export type Question = z.infer<typeof question>

/** The settings of a client, every one of them with its default; throws a ZodError that names what is wrong. */
export function sourceSettings(client: string, entry: unknown = {}): SourceSettings {
  return { ...settings.parse(entry), client }
}

/** SOURCES_FILE whole: client id → settings; throws a ZodError that names all that is wrong, each with its client. */
export function sourcesFile(content: unknown): ReadonlyMap<string, SourceSettings> {
  const entries = z.record(z.string(), settings).parse(content)
  return new Map(Object.entries(entries).map(([client, entry]) => [client, { ...entry, client }]))
}
