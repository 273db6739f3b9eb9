// What is served of terminology, as TerminologyCapabilities: `GET /metadata?mode=terminology`.

import type { TerminologyCapabilities } from '@medplum/fhirtypes'
import { packaged } from './packaged.ts'

export function terminologyCapabilities({
  base,
  date,
}: {
  readonly base: string
  readonly date: string
}): TerminologyCapabilities {
  const systems = packaged('CodeSystem').flatMap(({ url, version }) =>
    typeof url === 'string' ? [{ uri: url, ...(typeof version === 'string' && { version: [{ code: version }] }) }] : [],
  )
  return {
    resourceType: 'TerminologyCapabilities',
    url: `${base}/metadata?mode=terminology`,
    name: 'HomeFirstGatewayTerminology',
    status: 'active',
    date,
    kind: 'instance',
    implementation: { description: 'Home First Gateway', url: base },
    codeSearch: 'explicit',
    codeSystem: systems,
    expansion: { hierarchical: false, paging: true, incomplete: false },
    validateCode: { translations: false },
    translation: { needsMap: true },
  }
}
