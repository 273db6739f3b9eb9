// The story of the demo: four people, chapter by chapter.

import { adaGoesHome } from './ada.ts'
import { bertWaits } from './bert.ts'
import { coraStays } from './cora.ts'
import { devIsFound } from './dev.ts'
import type { Chapter } from './stage.ts'

export const story: readonly Chapter[] = [adaGoesHome, bertWaits, coraStays, devIsFound]
