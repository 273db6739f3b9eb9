// The licences of what is bundled, which their terms ask to be passed on.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { textAt } from '../json.ts'

/** Name, version and licence text of a package of others; throws where there is none to pass on. */
export function licenceOf(name: string): string {
  const folder = fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url))
  const about: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const [version, licence, author] = [textAt(about, 'version'), textAt(about, 'license'), textAt(about, 'author')]
  const file = readdirSync(folder).find((one) => /^licen[sc]e(\.md|\.txt)?$/i.test(one))
  const text = file === undefined ? standard[licence]?.(author) : readFileSync(join(folder, file), 'utf8').trim()
  if (text === undefined) throw new Error(`${name} brings no licence text`)
  return `## ${name} ${version} (${licence})\n\n${text}`
}

/** Where a package names its licence and author, and brings no file. */
const standard: Readonly<Record<string, (author: string) => string>> = {
  ISC: (author) => `Copyright ${author}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
}
