// What one check of `doctor` found, with the fix in words where there is something to fix.

export const marks = ['ok', 'warn', 'fail', 'skip'] as const

export interface Finding {
  readonly check: string
  /** `skip`: it could not be looked at, for what was found before it. */
  readonly mark: (typeof marks)[number]
  readonly words: string
  readonly fix?: string
}

export const ok = (check: string, words: string): Finding => ({ check, mark: 'ok', words })
export const warn = (check: string, words: string, fix: string): Finding => ({ check, mark: 'warn', words, fix })
export const fail = (check: string, words: string, fix: string): Finding => ({ check, mark: 'fail', words, fix })
export const skip = (check: string, words: string): Finding => ({ check, mark: 'skip', words })
