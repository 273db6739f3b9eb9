// What the docs say of the query parameters and headers that many addresses share.

type Words = Readonly<Record<string, string>>

/** How a resource is written down. */
export const shaping: Words = {
  _format: 'json or xml, over what Accept says',
  _pretty: 'true lays the JSON out for people',
  _summary: 'true, text, data or false: which part of each resource',
  _elements: 'names of elements at the top of the resource; mandatory and modifier elements are there anyway',
}

export const historyParameters: Words = {
  _count: 'so many versions a page, 200 at most',
  _since: 'an instant: versions stored then or later',
  _at: 'a date or instant: versions that were current at some time of it',
  _sort: '_lastUpdated or -_lastUpdated',
  _total: 'none or accurate',
}

export const searchShaping: Words = {
  ...shaping,
  _summary: 'true, text, data, count or false',
  _count: 'so many matches a page, 200 at most; 0 for the total alone',
  _sort: 'names of search parameters, with a minus to sort downwards',
  _total: 'none, estimate or accurate',
}

export const conditionalRead: Words = {
  'If-None-Match': 'an ETag that is known: 304 when nothing changed',
  'If-Modified-Since': 'a time that is known: 304 when nothing changed since',
}
