// Writes the tar archives that the tests read: right ones, and wrong ones byte by byte.

import { gzipSync } from 'node:zlib'

export interface Written {
  readonly path: string
  readonly text: string
  /** `0` file, `5` folder, `2` link, `L` GNU's long name, `x` pax. */
  readonly kind?: string
  readonly prefix?: string
}

export function tgz(...files: readonly Written[]): Uint8Array {
  return gzipSync(tar(...files))
}

export function tar(...files: readonly Written[]): Uint8Array {
  return Buffer.concat([...files.flatMap((file) => [header(file), padded(Buffer.from(file.text))]), Buffer.alloc(1024)])
}

function header({ path, text, kind = '0', prefix = '' }: Written): Uint8Array {
  const block = Buffer.alloc(512)
  block.write(path, 0, 100)
  block.write(Buffer.byteLength(text).toString(8).padStart(11, '0'), 124)
  block.write(' '.repeat(8), 148)
  block.write(kind, 156)
  block.write('ustar\0', 257)
  block.write(prefix, 345)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

function padded(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)])
}
