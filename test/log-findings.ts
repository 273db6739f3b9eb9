// What must stand in no log: people's data, and secrets.

export interface Finding {
  readonly what: string
  /** From 1. */
  readonly line: number
}

/** Test people have numbers of the 999 range, these family names, and were all born before 2000; nothing was logged then. */
const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a name', /TESTPATIENT|TESTPERSON|QUILLFEATHER/i],
  ['a date of birth', /\b19\d\d-?(0[1-9]|1[0-2])-?[0-3]\d\b/],
  ['a token or an assertion', /\beyJ[\w-]{8,}\.[\w-]{8,}/],
  ['an authorization header', /\bBearer\s+[\w.~+/-]{16,}/i],
  ['a client assertion', /client_assertion=[^&\s"]{8,}/],
  ['a client secret', /client_secret=[^&\s"]{4,}/],
  ['a private key', /BEGIN [A-Z ]*PRIVATE KEY|"d"\s*:\s*"[\w-]{20,}"/],
]

/** Signed heads of the audit's chains are logged to be kept elsewhere (audit/heads.ts): they open nothing. */
const countersigned = /"event":"audit-heads","jws":"[\w.-]+"/

/** Where personal data or a secret stands in a log; never what. */
export function findingsIn(text: string): readonly Finding[] {
  return text.split('\n').flatMap((written, i) => {
    const line = written.replace(countersigned, '')
    const found = forbidden.filter(([, pattern]) => pattern.test(line)).map(([what]) => what)
    const numbers = [...line.matchAll(/(?<![\w-])999[ -]?\d{3}[ -]?\d{4}(?![\w-])/g)].filter(([number]) => isNhsNumber(number))
    return [...found, ...(numbers.length > 0 ? ['an NHS number'] : [])].map((what) => ({ what, line: i + 1 }))
  })
}

/** NHS Data Dictionary, NHS NUMBER: the tenth digit is 11 less the weighted sum modulo 11; 11 is 0, and 10 none. */
function isNhsNumber(written: string): boolean {
  const digits = [...written.replace(/\D/g, '')].map(Number)
  const sum = digits.slice(0, 9).reduce((total, digit, i) => total + digit * (10 - i), 0)
  return (11 - (sum % 11)) % 11 === digits[9]
}
