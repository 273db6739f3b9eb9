// The slow pass over extensions: each against its definition, where one is known.

import { base as ownBase } from '../canonical.ts'
import { type Findings, type Place, below, report } from './issue.ts'
import type { ElementPlan, Shape } from './plan.ts'
import { type Json, isJson, listed } from './state.ts'
import { applyChecks } from './walk-checks.ts'
import type { Walk } from './walking.ts'

export function visitExtensions(owner: Json, element: ElementPlan, shape: Shape, path: string, place: Place, walk: Walk): void {
  const { findings, runtime, plan } = walk
  const isModifier = element.name === 'modifierExtension'
  for (const [at, extension] of listed(owner[element.name]).entries()) {
    if (!isJson(extension)) continue
    const url = String(extension['url'])
    const here = below(place, element.name, at)
    const definition = runtime.linked.extensions.get(url)
    if (!definition) {
      if (isModifier) reportModifier(below(place, element.name), findings)
      else if (url.startsWith(`${ownBase}/`))
        report(findings, here, 'extension-unknown', 'no extension of this name is published here', 'information')
      continue
    }
    if (definition.isModifier !== isModifier) {
      report(
        findings,
        here,
        'extension-modifier',
        isModifier ? 'is no modifier by its definition' : 'is a modifier by its definition',
      )
    }
    if (!runtime.mayStand(definition, shape.ancestors, path, owner)) {
      report(findings, here, 'extension-context', 'may not stand here by its definition')
    }
    const checks = plan.extensions[url]?.checks
    if (checks) applyChecks(extension, undefined, checks, 'Extension', here, walk)
  }
}

function reportModifier(place: Place, findings: Findings): void {
  report(findings, place, 'modifier-extension-unknown', 'a modifier extension that is not known here changes the meaning')
}
