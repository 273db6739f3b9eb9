// Units of the Unified Code for Units of Measure: their syntax, and the unit atoms in clinical use.

import type { Truth } from './truth.ts'

/**
 * false when the text breaks UCUM's grammar (§2.1: terms of `.` and `/`, exponents, parentheses, annotations); true when every atom
 * in it is known here; undefined when one is not, for the list below is not the whole of UCUM.
 */
export function isUcum(code: string): Truth {
  if (code.length > longest || !/^[ -~]+$/.test(code)) return false
  const reader: Reader = { code, at: 0, depth: 0, isKnown: true }
  if (code.startsWith('/')) reader.at = 1
  if (!term(reader) || reader.at < code.length) return false
  return reader.isKnown ? true : undefined
}

const longest = 200
const maxDepth = 20

interface Reader {
  readonly code: string
  at: number
  depth: number
  isKnown: boolean
}

function term(reader: Reader): boolean {
  if ((reader.depth += 1) > maxDepth) return false
  do {
    if (!component(reader)) return false
  } while (skip(reader, '.') || skip(reader, '/'))
  reader.depth -= 1
  return true
}

function component(reader: Reader): boolean {
  if (skip(reader, '(')) {
    const isClosed = term(reader) && skip(reader, ')')
    annotation(reader)
    return isClosed
  }
  if (annotation(reader)) return true
  const found = simpleUnit.exec(reader.code.slice(reader.at))
  if (!found) return false
  reader.at += found[0].length
  if (!isAtom(found[1] ?? '')) reader.isKnown = false
  annotation(reader)
  return true
}

/** A symbol (which may hold digits only within brackets, or as 10* and 10^) with an exponent, or a whole number. */
const simpleUnit = /^(10[*^]|(?:[A-Za-z%'"_&]|\[[!-Z\\^-z|~]+\])+)(?:[+-]?\d+)?|^[1-9]\d*(?![A-Za-z%'"_&[*^])/

/** UCUM has no space in it, and none behind a parenthesis, but HL7's own lists do (`{3 times}/d`, `g/(8.h){shift}`). */
function annotation(reader: Reader): boolean {
  if (reader.code.charAt(reader.at) !== '{') return false
  const end = /^\{[^{}]*\}/.exec(reader.code.slice(reader.at))
  if (!end) return false
  reader.at += end[0].length
  return true
}

function skip(reader: Reader, character: string): boolean {
  if (reader.code.charAt(reader.at) !== character) return false
  reader.at += 1
  return true
}

/** Prefixes stand only before metric atoms. '' is a number that stood alone. */
function isAtom(symbol: string): boolean {
  if (symbol === '' || metric.has(symbol) || plain.has(symbol)) return true
  const prefix = /^(?:da|Ki|Mi|Gi|Ti|[YZEPTGMkhdcmunpfazy])/.exec(symbol)?.[0]
  if (prefix === undefined) return false
  return metric.has(symbol.slice(prefix.length)) || metric.has(symbol.slice(1))
}

/** Atoms that take prefixes (UCUM §4, column "metric"). */
const metric = new Set(
  (
    'm s g rad K C cd mol sr Hz N Pa J W A V F Ohm S Wb Cel T H lm lx Bq Gy Sv l L ar t bar u eV pc kat U [iU] [IU] eq osm ' +
    'g% st bit By Bd Ci R RAD REM B Np B[SPL] B[V] B[mV] B[uV] B[W] dyn erg P Ky Kay St Mx G Oe Gb sb ph Lmb gf cal cal_[15] cal_[20] cal_m cal_IT cal_th [Cal] m[H2O] m[Hg] [g] tex mho cycle'
  ).split(' '),
)
const plain = new Set(
  (
    "10* 10^ % [ppth] [ppm] [ppb] [pptr] [pi] gon deg ' '' min h d a_t a_j a_g a wk mo_s mo_j mo_g mo AU atm " +
    '[in_i] [ft_i] [yd_i] [mi_i] [nmi_i] [kn_i] [sin_i] [sft_i] [syd_i] [cin_i] [cft_i] [in_us] [ft_us] [yd_us] [mi_us] ' +
    '[acr_us] [gal_us] [qt_us] [pt_us] [foz_us] [fdr_us] [cup_us] [tbs_us] [tsp_us] [cup_m] [foz_m] [tbs_m] [tsp_m] ' +
    '[gal_br] [qt_br] [pt_br] [foz_br] [fdr_br] [gr] [lb_av] [oz_av] [dr_av] [stone_av] [ston_av] [lton_av] [lb_tr] [oz_tr] ' +
    "[lb_ap] [oz_ap] [dr_ap] [sc_ap] [degF] [degR] [in_i'Hg] [in_i'H2O] [psi] [lbf_av] [HP] [Btu] [diop] [p'diop] [drp] [Ch] " +
    "[hnsf'U] [MET] [pH] [hd_i] [car_m] [car_Au] [smoot] [arb'U] [USP'U] [GPL'U] [MPL'U] [APL'U] [beth'U] [anti'Xa'U] [todd'U] " +
    "[dye'U] [smgy'U] [bdsk'U] [ka'U] [knk'U] [mclg'U] [tb'U] [CCID_50] [TCID_50] [EID_50] [PFU] [FFU] [CFU] [IR] [BAU] [AU] " +
    "[Amb'a'1'U] [PNU] [Lf] [D'ag'U] [ELU] [EU] [hp_X] [hp_C] [hp_M] [hp_Q] bit_s sph circ [PRU] [wood'U] [m/s2/Hz^0.5] [S] [e] [c] [h] [k] [G]"
  ).split(' '),
)
