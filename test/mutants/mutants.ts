// Every seeded fault.

import { auth } from './auth.ts'
import { http } from './http.ts'
import { intake } from './intake.ts'
import { mapping } from './mapping.ts'
import type { Mutant } from './mutant.ts'
import { profiles } from './profiles.ts'
import { xml } from './xml.ts'

export const mutants: readonly Mutant[] = [...auth, ...http, ...intake, ...mapping, ...profiles, ...xml]
