// What is remembered between walks: it saves time and never changes a verdict, nor grows without end.

import { describe, expect, it } from 'vitest'
import { knownValues } from '../../../profiles/compiler/known.ts'
import { ownValidator } from '../../../profiles/own-validator.ts'
import { type Json, patient } from '../good.ts'

const system = 'http://snomed.info/sct'
const coded = (coding: Json): Json => ({ ...patient(), maritalStatus: { coding: [coding] } })
const isRight = (coding: Json): boolean => ownValidator().isValid(coded(coding))

describe('a coding that was right before', () => {
  it.each([
    ['with an empty display', { display: '' }],
    ['with a blank display', { display: '  ' }],
    ['with a display that holds a control character', { display: 'a\u0001' }],
    ['with a display that is no text', { display: 1 }],
    ['with a property that no coding has', { colour: 'red' }],
    ['with a version that is no text', { version: 1 }],
    ['with a null', { userSelected: null }],
  ])('is wrong %s', (_, spoilt) => {
    expect(isRight({ system, code: '87915002', display: 'Married' })).toBe(true)
    expect(isRight({ system, code: '87915002', display: 'Married' })).toBe(true)
    expect(isRight({ system, code: '87915002', display: 'Married', ...spoilt })).toBe(false)
  })
  it('is right with another display, without one, and with more than a code', () => {
    expect(isRight({ system, code: '87915002', display: 'Verheiratet' })).toBe(true)
    expect(isRight({ system, code: '87915002' })).toBe(true)
    expect(isRight({ system, code: '87915002', userSelected: true })).toBe(true)
  })
  it('says nothing of the same code in another system', () => {
    const own = 'https://home-first.example/fhir/CodeSystem/pathway'
    expect(isRight({ system, code: 'no-pathway' })).toBe(true)
    expect(isRight({ system: own, code: 'no-pathway' })).toBe(false)
  })
})

describe('known values', () => {
  it('know a coding by system and code, and count its properties', () => {
    const known = knownValues()
    expect(known.codingSize({ system, code: 'a', display: 'A' })).toBe(0)
    known.keepCoding({ system, code: 'a', display: 'A' })
    expect(known.codingSize({ system, code: 'a', display: 'A' })).toBe(3)
    expect(known.codingSize({ system, code: 'a', display: 'B' })).toBe(3)
    expect(known.codingSize({ code: 'a', system, display: undefined })).toBe(2)
    expect(known.codingSize({ system, code: 'b' })).toBe(0)
    expect(known.codingSize({ system })).toBe(0)
    expect(known.codingSize({})).toBe(0)
  })
  it('take no empty display for one that was there', () => {
    const known = knownValues()
    known.keepCoding({ system, code: 'a' })
    expect(known.codingSize({ system, code: 'a' })).toBe(2)
    for (const display of ['', ' ', null, 1]) expect(known.codingSize({ system, code: 'a', display })).toBe(0)
  })
  it('keep nothing that is no text, or long', () => {
    const known = knownValues()
    for (const coding of [{ code: 'a' }, { system }, { system, code: 1 }, { system, code: 'x'.repeat(201) }]) {
      known.keepCoding(coding)
      expect(known.codingSize(coding)).toBe(0)
    }
  })
  it('keep a code of so many systems and no more, so that no stranger can make a long search of it', () => {
    const known = knownValues()
    for (let i = 0; i < 20; i += 1) known.keepCoding({ system: `urn:${i}`, code: 'a' })
    expect(known.codingSize({ system: 'urn:0', code: 'a' })).toBe(2)
    expect(known.codingSize({ system: 'urn:15', code: 'a' })).toBe(2)
    expect(known.codingSize({ system: 'urn:16', code: 'a' })).toBe(0)
    known.keepCoding({ system: 'urn:15', code: 'a', display: 'A' })
    expect(known.codingSize({ system: 'urn:15', code: 'a' })).toBe(2)
  })
  it('forget all when there are too many, so that a stranger cannot fill the memory', () => {
    const known = knownValues()
    for (let i = 0; i < 2_000; i += 1) known.keepCoding({ system: `urn:${i % 50}`, code: String(i) })
    expect(known.codingSize({ system: 'urn:0', code: '0' })).toBe(2)
    known.keepCoding({ system, code: 'one more' })
    expect(known.codingSize({ system: 'urn:0', code: '0' })).toBe(0)
    expect(known.codingSize({ system, code: 'one more' })).toBe(2)
  })
  it('say of a uri what its form says, the first time and later', () => {
    const known = knownValues()
    for (const value of ['urn:x', 'a b', '', ' ', 'x\u0000', 7, null, undefined, 'http://example.org/x'])
      expect([value, known.isUri(value)]).toEqual([value, known.isUri(value)])
    for (let i = 0; i < 2_001; i += 1) expect(known.isUri(`urn:${i}`)).toBe(true)
    expect(known.isUri('urn:0')).toBe(true)
    expect(known.isUri('urn: 0')).toBe(false)
  })
})
