// Reads back the lines that redact.ts writes for a shell: words, in single or double quotes where they need them, a carriage return as $'\r'.

/** Variables stay as they are written. */
export function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:\$'(?:\\.|[^'\\])*'|'[^']*'|"(?:\\.|[^"\\])*"|\\'|[^\s'"\\])+/gs)].map(([word]) => unquoted(word))
}

const unquoted = (word: string): string =>
  word.replaceAll(
    /\$'((?:\\.|[^'\\])*)'|'([^']*)'|"((?:\\.|[^"\\])*)"|\\(')/gs,
    (_, written?: string, single?: string, double?: string, quote?: string) =>
      written?.replaceAll('\\r', '\r') ?? single ?? quote ?? (double ?? '').replaceAll(/\\(["\\`$])/g, '$1'),
  )
