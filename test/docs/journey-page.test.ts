// docs/journey.md tells the whole story, in the words that are published.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exampleNames, toldIn, withExamples } from './journey-page.ts'

const page = readFileSync('docs/journey.md', 'utf8')

describe('the journey', () => {
  it('tells every example once', () => {
    expect(toldIn(page).toSorted()).toEqual(exampleNames())
  })

  it('shows each as it is published', () => {
    expect(withExamples(page) === page, 'docs/journey.md is out of date: npm run docs').toBe(true)
  })

  it('sees an excerpt that was changed by hand', () => {
    expect(withExamples(page.replace('9990000018', '9990000026'))).toBe(page)
  })

  it('refuses a path that an example does not have', () => {
    expect(() => withExamples('<!-- example: Patient/ada shoeSize -->\n<!-- /example -->')).toThrow('Patient/ada has no shoeSize')
  })
})
