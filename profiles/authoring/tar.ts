// A tar archive of text files (POSIX ustar), the same bytes for the same files.

const block = 512

/** Paths are at most 100 bytes, as ustar's name field holds. */
export function tarOf(files: readonly { readonly path: string; readonly text: string }[]): Buffer {
  const parts = files.flatMap(({ path, text }) => {
    const content = Buffer.from(text)
    return [header(path, content.length), content, Buffer.alloc((block - (content.length % block)) % block)]
  })
  return Buffer.concat([...parts, Buffer.alloc(2 * block)])
}

function header(path: string, size: number): Buffer {
  if (Buffer.byteLength(path) > 100) throw new Error(`${path} is too long a path for ustar`)
  const bytes = Buffer.alloc(block)
  bytes.write(path, 0)
  bytes.write('0000644\0', 100)
  bytes.write('0000000\0', 108)
  bytes.write('0000000\0', 116)
  bytes.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  bytes.write('00000000000\0', 136)
  bytes.write('        ', 148)
  bytes.write('0', 156)
  bytes.write('ustar\0' + '00', 257)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}
