// `sign` and `run --sign`: a verdict over a report that was kept, signed by whoever ran it.

import { readFileSync, writeFileSync } from 'node:fs'
import { exits } from '../exit.ts'
import { onOneLine, type Screen } from '../report/console.ts'
import { hasSuite } from '../report/signed/check.ts'
import { claimOf } from '../report/signed/claim.ts'
import { signed } from '../report/signed/jws.ts'
import { makeSigningKey, readPrivateKey, type Key } from '../report/signed/key.ts'
import type { Arguments } from './arguments.ts'
import { savedAt } from './report.ts'
import { isWritable, usage } from './write.ts'

type Given = Pick<Arguments, 'signer' | 'verdict' | 'validDays'>

export function signCommand(args: Arguments, screen: Screen): number {
  if (args.newKey !== undefined) return newKey(args.newKey, screen)
  const [path = ''] = args.rest
  if (path === '' || args.key === undefined)
    return usage(['sign REPORT.json --key KEY.jwk|KEY.pem, or sign --new-key KEY.jwk to make one'], screen)
  const key = signingKeyAt(args.key, args.signer)
  if ('faults' in key) return usage(key.faults, screen)
  const faults = signReport(path, key, args, screen)
  return faults.length > 0 ? usage(faults, screen) : exits.passed
}

/** Two files: the private key for its owner's eyes, and the public one to hand out. Neither is written over another. */
function newKey(path: string, screen: Screen): number {
  const { privateKey, publicKey } = makeSigningKey()
  const publicPath = `${path.replace(/\.(jwk|json)$/, '')}.public.jwk`
  try {
    writeFileSync(path, `${JSON.stringify(privateKey, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' })
    writeFileSync(publicPath, `${JSON.stringify(publicKey, undefined, 2)}\n`, { flag: 'wx' })
  } catch {
    return usage([`${path} or ${publicPath} is there already, or cannot be written`], screen)
  }
  screen.write(
    `${path} is the private key: it belongs in no repository and to nobody else.\n${publicPath} is the public one: hand it to whoever is to check your verdicts.\n`,
  )
  return exits.passed
}

/** Also that the signer's words can stand in a line. */
export function signingKeyAt(path: string, signer = ''): Key | { readonly faults: readonly string[] } {
  if (signer.length > 200 || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(signer))
    return { faults: ['--signer: at most 200 characters on one line'] }
  try {
    const read = readPrivateKey(new TextDecoder().decode(readFileSync(path)))
    return read.ok ? read.key : { faults: [`${path}: ${read.fault}`] }
  } catch {
    return { faults: [`${path}: cannot be read`] }
  }
}

/** Answers what stood in the way. The verdict goes beside its report, unless another place is named. */
export function signReport(path: string, key: Key, { signer, verdict, validDays }: Given, screen: Screen): readonly string[] {
  const kept = savedAt(path)
  if ('faults' in kept) return kept.faults
  const { report, bytes } = kept
  if (!hasSuite(report)) return [`${path}: a report of an earlier version, which does not say which suite made it; run again`]
  const file = verdict ?? verdictBeside(path)
  if (!isWritable(file)) return [`${file}: cannot be written`]
  const who = signer ?? report.ranBy ?? `the holder of key ${key.kid ?? key.thumbprint}`
  const claim = claimOf(report, bytes, { signer: who, nowMs: Date.now(), validDays })
  writeFileSync(file, `${signed(claim, key)}\n`)
  screen.write(
    `${file}: ${onOneLine(who)} claims of ${onOneLine(report.target)}: ${claim.verdict.word}. ${claim.verdict.sentence}\n`,
  )
  return []
}

export const verdictBeside = (path: string): string => `${path.replace(/\.json$/, '')}.jws`
