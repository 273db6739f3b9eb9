// Faults of writing: what is kept, what a condition finds, patches, deletes, batches and transactions.

import { mutantsOf, type Mutant } from './mutant.ts'

const creating = [
  ...mutantsOf('gateway/intake/rest.ts', [
    [
      'create-prefer-refusal',
      'sends no reasons to whoever prefers to hear little',
      'body: JSON.stringify(outcomeOf(reason, faults)),',
      "body: /return=minimal/.test(incoming.headers.get('prefer') ?? '') ? '' : JSON.stringify(outcomeOf(reason, faults)),",
    ],
    [
      'update-if-none-match',
      'never looks at If-None-Match',
      "...(incoming.headers.get('if-none-match')?.trim() === '*' && { isNew: true }),",
      '',
    ],
    [
      'patch-if-match',
      'never looks at the If-Match of a patch',
      'patch: readPatch(incoming), ...meantBy(incoming) },\n      ...(ifMatch !== undefined && { ifMatch }),',
      'patch: readPatch(incoming), ...meantBy(incoming) },',
    ],
  ]),
  ...mutantsOf('gateway/intake/prefer.ts', [
    [
      'create-outcome-error',
      'calls a success an error',
      "severity: 'information', code: 'informational' }",
      "severity: 'error', code: 'informational' }",
    ],
  ]),
  ...mutantsOf('gateway/intake/version.ts', [
    [
      'create-date-shortened',
      'writes dates as it likes them',
      'text: stamped ? JSON.stringify(stamped) :',
      "text: stamped ? JSON.stringify(stamped).replaceAll(/(T\\d\\d:\\d\\d:\\d\\d)\\.000/g, '$1') :",
    ],
  ]),
  ...mutantsOf('gateway/intake/judged.ts', [
    [
      'create-any-modifier',
      'passes over modifiers that it does not know',
      'return errors.length > 0 ? errors :',
      "return errors.length > 0 ? errors.filter(({ id }) => id !== 'modifier-extension-unknown') :",
    ],
  ]),
]

const conditions = [
  ...mutantsOf('gateway/intake/conditional.ts', [
    ['cond-empty', 'takes a condition that asks nothing', 'if (parameters.length === 0) {', 'if (parameters.length < 0) {'],
  ]),
  ...mutantsOf('gateway/intake/conditional-reference.ts', [
    [
      'txn-condition-first',
      'takes the first of several that a reference may mean',
      'if (only === undefined || others.length > 0) throw',
      'if (only === undefined) throw',
    ],
    [
      'txn-condition-kept',
      'stores a conditional reference as it came',
      'resolved.set(condition, await meant(planning, condition, written, house, path))',
      'await meant(planning, condition, written, house, path)',
    ],
  ]),
  ...mutantsOf('gateway/intake/place.ts', [
    [
      'update-grave',
      'brings nothing back that was deleted',
      'const isOwnGrave = grave !== undefined && grave.origin === planning.caller.organization',
      'const isOwnGrave = false',
    ],
    [
      'cupdate-creates',
      'creates whatever the condition of an update finds',
      'if (found === undefined) {\n    const placed',
      "if (found !== ' ') {\n    const placed",
    ],
    [
      'cupdate-not-created',
      'creates nothing where the condition of an update finds nothing',
      'if (found === undefined) {\n    const placed',
      'if (found === undefined) {\n    throw notThere(entry)\n    const placed',
    ],
    [
      'cupdate-any-id',
      'changes another resource than the id names',
      'if (id !== undefined && `${type}/${id}` !== found) throw idDiffers(entry)',
      '',
    ],
    [
      'cupdate-other-id',
      'creates under another id than was sent',
      'const placed = id === undefined ? newIn',
      "const placed = id !== '' ? newIn",
    ],
    [
      'patch-unknown-gone',
      'says of what never was that it is gone',
      "if (reference !== undefined && (await planning.grave(reference, 'caller'))) throw",
      'if (reference !== undefined) throw',
    ],
    [
      'delete-repeat',
      'finds nothing to delete where it has deleted',
      "if (!(await planning.grave(reference, 'caller'))) throw notThere(entry)",
      'throw notThere(entry)',
    ],
    [
      'delete-unknown-gone',
      'says to whoever deletes what never was that it is gone',
      "if (!(await planning.grave(reference, 'caller'))) throw notThere(entry)",
      "if (!(await planning.grave(reference, 'caller'))) throw new Refusal('gone', isGone(entry))",
    ],
    [
      'cdelete-none-404',
      'takes a condition of a delete that finds nothing for an error',
      'if (reference === undefined) return undefined',
      'if (reference === undefined) throw notThere(entry)',
    ],
  ]),
]

const patching = [
  ...mutantsOf('gateway/intake/json-patch.ts', [
    [
      'patch-remove',
      'leaves in a list what a patch removes',
      'if (Array.isArray(holder)) holder.splice(indexOf(last, holder.length - 1, at), 1)',
      'if (Array.isArray(holder)) indexOf(last, holder.length - 1, at)',
    ],
    [
      'patch-test',
      'never fails the test of a patch',
      'if (isEqual(valueAt(root, operation.path, at), operation.value)) return undefined',
      'return undefined',
    ],
    [
      'patch-any-operation',
      'takes an operation that there is not for one that cannot be done',
      "throw fault('op is add, remove, replace, move, copy or test')",
      "return { op: 'remove', path: ['nothing'] }",
    ],
  ]),
  ...mutantsOf('gateway/intake/fhirpath-patch.ts', [
    [
      'patch-fhirpath-delete',
      'deletes nothing by a FHIRPath Patch',
      'return remove(resource, operation.path)',
      'return undefined',
    ],
  ]),
  ...mutantsOf('gateway/intake/patch.ts', [
    [
      'patch-any-type',
      'takes any list of operations for a JSON Patch',
      'if (mediaType.trim() === jsonPatchType) return',
      "if (!mediaType.includes('fhir')) return",
    ],
    ['patch-immutable', 'lets a patch touch the server’s own marks', 'if (touched.length > 0) throw immutable(...touched)', ''],
    [
      'patch-narrative',
      'leaves a narrative that says what was before',
      'return { ...rest, resourceType: after.resourceType }',
      'return rest && after',
    ],
  ]),
]

const deleting = [
  ...mutantsOf('gateway/intake/delete.ts', [
    ['delete-undone', 'says that it deletes, and does not', 'planning.remove(before)', ''],
    [
      'delete-referred',
      'refuses to delete what others refer to in words that mean something else',
      "throw new Refusal('not-allowed-now', {\n    id: 'referred-to',",
      "throw new Refusal('forbidden', {\n    id: 'referred-to',",
    ],
  ]),
  ...mutantsOf('gateway/store/query.ts', [['delete-found', 'finds what was deleted', "'r.deleted = 0',", "'r.deleted >= 0',"]]),
]

const bundles = [
  ...mutantsOf('gateway/intake/batch.ts', [
    [
      'batch-order',
      'answers the entries of a batch in another order',
      "responseBundle('batch-response', entries, preference)",
      "responseBundle('batch-response', entries.toReversed(), preference)",
    ],
    [
      'batch-type',
      'takes a batch for a transaction in its answer',
      "responseBundle('batch-response', entries, preference)",
      "responseBundle('transaction-response', entries, preference)",
    ],
    [
      'batch-dangling',
      'stores links between the entries of a batch as they came',
      "if (faults.length > 0) throw new Refusal('unprocessable', faults)",
      '',
    ],
  ]),
  ...mutantsOf('gateway/intake/envelope.ts', [
    [
      'txn-form',
      'reads past what of an entry it does not know',
      '  return faultsOf(alone, validator).map((fault) => ({',
      '  return faultsOf({}, validator).filter(() => false).map((fault) => ({',
    ],
  ]),
  ...mutantsOf('gateway/intake/bundle-response.ts', [
    [
      'batch-silent',
      'does not say why an entry failed',
      '...(isOutcome && (isFailed || withBody) && { outcome: resource }),',
      '...(isOutcome && !isFailed && withBody && { outcome: resource }),',
    ],
    ['txn-etag', 'gives no version of an entry', 'etag: etag({ version }),', ''],
  ]),
  ...mutantsOf('gateway/intake/bundle-request.ts', [
    [
      'txn-no-resource',
      'breaks on an entry without a resource',
      'if (bodied.includes(method) && !resource && !isPostedSearch(method, url))',
      'if (false)',
    ],
  ]),
  ...mutantsOf('gateway/intake/links.ts', [
    [
      'txn-narrative',
      'leaves links in words as they came',
      "if (name === 'div') return narrative(text, links)",
      "if (name === 'div') return text",
    ],
    [
      'txn-canonical',
      'turns canonicals into addresses',
      "type === 'uri' || type === 'url'",
      "type === 'uri' || type === 'url' || type === 'canonical'",
    ],
    [
      'txn-uri',
      'leaves addresses that are no references as they came',
      'return linked !== undefined && isAddress(elementOf(typeIn(walk), name)?.type) ? linked : text',
      'return text',
    ],
  ]),
  ...mutantsOf('gateway/intake/write.ts', [
    [
      'txn-order',
      'looks for what a condition finds before it deletes',
      '  const deleted = await each(deletions, refusals, (entry) => deletion(planning, entry, house))\n  const placed = (await each(others, refusals, (entry) => place(planning, entry, house))).flatMap((one) => one ?? [])',
      '  const placed = (await each(others, refusals, (entry) => place(planning, entry, house))).flatMap((one) => one ?? [])\n  const deleted = await each(deletions, refusals, (entry) => deletion(planning, entry, house))',
    ],
    ['txn-same-target', 'lets two entries change one resource', 'if (isFree) return []', 'return []'],
  ]),
  ...mutantsOf('gateway/intake/transaction.ts', [
    [
      'txn-reads-first',
      'does not read what it has written',
      'complete: (answer) => withReadings(answer, requests, incoming, house),',
      '',
    ],
    [
      'txn-empty',
      'refuses a transaction without entries',
      'const requests = requestsOf(sent, incoming, house)\n',
      "const requests = requestsOf(sent, incoming, house)\n  if (requests.length === 0) throw new Refusal('invalid', { id: 'entry-request', text: 'no entries' })\n",
    ],
    [
      'txn-prefer',
      'never looks at Prefer in a transaction',
      'const wanted = preferredReturn(incoming.headers)',
      "const wanted = 'minimal'",
    ],
    [
      'txn-repeat',
      'takes a transaction that is sent again for another',
      'if (first.digest !== digest) return undefined',
      'if (digest) return undefined',
    ],
  ]),
]

export const writing: readonly Mutant[] = [...creating, ...conditions, ...patching, ...deleting, ...bundles]
