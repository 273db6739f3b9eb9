// What the look through the logs finds, and what it passes over.

import { describe, expect, it } from 'vitest'
import { findingsIn } from './log-findings.ts'

describe('the look through the logs', () => {
  it.each([
    ['an NHS number', '{"event":"x","number":"9990000018"}'],
    ['an NHS number', 'for 999 000 0018 it'],
    ['an NHS number', '999-000-0026'],
    ['a name', 'PID|1||TestPatient^ADA'],
    ['a date of birth', '{"born":"1940-02-29"}'],
    ['a date of birth', 'PID|||||||19411105'],
    ['a token or an assertion', 'token eyJhbGciOiJFUzM4NCJ9.eyJpc3MiOiJ4In0.abc'],
    ['an authorization header', 'authorization: bearer 0123456789abcdef'],
    ['a client assertion', 'client_assertion=0123456789'],
    ['a client secret', 'client_secret=hunter2'],
    ['a private key', '-----BEGIN EC PRIVATE KEY-----'],
    ['a private key', '{"kty":"EC","d":"0123456789012345678901234567890"}'],
  ])('finds %s: %s', (what, line) => {
    expect(findingsIn(`{"event":"ready"}\n${line}\n`)).toContainEqual({ what, line: 2 })
  })

  it('says where it stands and never what', () => {
    expect(JSON.stringify(findingsIn('9990000018'))).toBe('[{"what":"an NHS number","line":1}]')
  })

  it.each([
    '{"level":50,"time":9990000018123,"id":"01a20614-9990-7000-8018-999000001800"}',
    'port 9990000019',
    '{"level":30,"event":"audit-heads","jws":"eyJhbGciOiJFUzI1NiJ9.eyJoZWFkcyI6W119.c2lnbmVk"}',
    'at file:///gateway/app.ts:12:3',
  ])('passes over %s', (line) => expect(findingsIn(line)).toEqual([]))
})
