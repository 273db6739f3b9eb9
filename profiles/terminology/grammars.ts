// Code systems whose codes are not listed anywhere here but have a form: language tags, media types, SNOMED CT ids and so on.
//
// A text that breaks the form is surely no code of the system. A text that keeps it is one (`true`) only where the form is the
// whole rule, or the code is listed; elsewhere it cannot be told (`undefined`).

import type { Truth } from './truth.ts'
import { isUcum } from './ucum.ts'

/** What the form of a code tells of its being in the system; undefined for a system without a known form. */
export const grammars: Readonly<Record<string, (code: string) => Truth>> = {
  'urn:ietf:bcp:47': isLanguageTag,
  'urn:ietf:bcp:13': (code) => code.length <= longest && mediaType.test(code),
  'urn:ietf:rfc:3986': (code) => /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(code),
  'urn:iso:std:iso:4217': (code) => currencies.has(code) || (/^[A-Z]{3}$/.test(code) ? undefined : false),
  'urn:iso:std:iso:3166': (code) => maybe(/^(?:[A-Z]{2}|[A-Z]{3}|\d{3})$/.test(code)),
  'urn:iso:std:iso:3166:-2': (code) => maybe(/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code)),
  'http://unitsofmeasure.org': isUcum,
  'http://snomed.info/sct': snomed,
  'https://dmd.nhs.uk': (code) => maybe(isSctid(code)),
  'http://loinc.org': (code) => maybe(isLoinc(code)),
}

/** What a form tells of a code; undefined also when the system has no known form. */
export function byGrammar(system: string, code: string): Truth {
  return Object.hasOwn(grammars, system) ? grammars[system]?.(code) : undefined
}

/** Whether every text that keeps the form of this system is a code of it. */
export function isWholeGrammar(system: string): boolean {
  return system === 'urn:ietf:bcp:47' || system === 'urn:ietf:bcp:13' || system === 'urn:ietf:rfc:3986'
}

function maybe(keepsForm: boolean): Truth {
  return keepsForm ? undefined : false
}

/** RFC 6838 names, RFC 9110 parameters. */
const mediaType =
  /^[A-Za-z0-9][\w!#$&^.+-]{0,126}\/[A-Za-z0-9][\w!#$&^.+-]{0,126}(?:[ \t]*;[ \t]*[\w!#$%&'*+.^`|~-]+=(?:[\w!#$%&'*+.^`|~-]+|"(?:[^"\\]|\\[^\r\n])*"))*$/
const longest = 1000

/**
 * RFC 5646 §2.1: language, script, region, variants, extensions, private use. Registered or not is not
 * looked at, but for this: no language of more than three letters ever was ("english" is a mistake).
 */
const languageTag =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+)$/
const grandfathered = new Set(
  (
    'en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao i-tay i-tsu ' +
    'sgn-be-fr sgn-be-nl sgn-ch-de art-lojban cel-gaulish no-bok no-nyn zh-guoyu zh-hakka zh-min zh-min-nan zh-xiang'
  ).split(' '),
)

function isLanguageTag(code: string): boolean {
  if (code.length > 100) return false
  const tag = code.toLowerCase()
  return grandfathered.has(tag) || languageTag.test(tag)
}

/** An expression (`23 : 45 = 67`) is a code too, but its terms cannot be looked up here. */
function snomed(code: string): Truth {
  if (/^\d+$/.test(code)) return maybe(isSctid(code))
  return maybe(/^[^\s](?:.*[^\s])?$/s.test(code) && /\d{6}/.test(code) && /[:+|(={]/.test(code))
}

/** Six to eighteen digits that do not begin with 0, of which the last checks the others (Verhoeff), and none but a concept. */
export function isSctid(code: string): boolean {
  return /^[1-9]\d{5,17}$/.test(code) && /[01]0$/.test(code.slice(0, -1)) && verhoeff(code) === 0
}

/** SNOMED CT Release File Specification, appendix on check digits. Multiplication in the dihedral group of order ten. */
function verhoeff(digits: string): number {
  let check = 0
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    check = dihedral(check, permuted(digit, i % 8))
  }
  return check
}

function dihedral(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : ((a + b) % 5) + 5
  return b < 5 ? ((a - b + 5) % 5) + 5 : (a - b + 10) % 5
}

function permuted(digit: number, times: number): number {
  let result = digit
  for (let i = 0; i < times; i += 1) result = permutation[result] ?? 0
  return result
}

const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

/** A number with its check digit (Luhn), or a part, list or answer of LOINC's own. */
export function isLoinc(code: string): boolean {
  if (/^(?:LA|LP|LL|LG|MTHU)\d{1,7}(?:-\d)?$/.test(code)) return true
  const match = /^(\d{1,7})-(\d)$/.exec(code)
  return match !== null && luhn(match[1] ?? '') === Number(match[2])
}

function luhn(digits: string): number {
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    const doubled = i % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return (10 - (sum % 10)) % 10
}

/** ISO 4217 active codes. A new one keeps the form, and so cannot be told. */
const currencies = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF ' +
    'CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD ' +
    'HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL ' +
    'MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD ' +
    'RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD ' +
    'USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWL'
  ).split(' '),
)
