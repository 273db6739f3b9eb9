// Randomness from a seed, so that a run can be had again.

import { createHash } from 'node:crypto'

export interface Random {
  /** A whole number from 0 up to, and not including, `below`. */
  number(below: number): number
  /** Upper-case letters and digits without those that are mistaken for one another. */
  text(length: number): string
  uuid(): string
}

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

export function randomFrom(...seeds: readonly (string | number)[]): Random {
  let count = 0
  const bytes = () =>
    createHash('sha256')
      .update(JSON.stringify([...seeds, count++]))
      .digest()
  return {
    number: (below) => Number(bytes().readBigUInt64BE() % BigInt(below)),
    text: (length) =>
      [...bytes(), ...bytes()]
        .slice(0, length)
        .map((byte) => alphabet[byte % alphabet.length])
        .join(''),
    uuid() {
      const hex = bytes().toString('hex')
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
    },
  }
}
