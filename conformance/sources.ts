// The documents that requirements are quoted from.

import type { Statement } from './requirement.ts'

/** SMART App Launch 2.2, by page: `backend-services`. */
export const smart = (page: string, quote: string): Statement => ({
  source: `SMART App Launch 2.2, ${page}`,
  quote,
  url: `https://hl7.org/fhir/smart-app-launch/STU2.2/${page}.html`,
})

/** FHIR R4, by page and anchor: `http#create`. */
export function fhir(place: string, quote: string): Statement {
  const [page = '', anchor] = place.split('#')
  return { source: `FHIR R4, ${place}`, quote, url: `https://hl7.org/fhir/R4/${page}.html${anchor ? `#${anchor}` : ''}` }
}

/** An RFC, by number and section: `6749 5.2`. */
export function rfc(place: string, quote: string): Statement {
  const [number = '', section = ''] = place.split(' ')
  return { source: `RFC ${number} §${section}`, quote, url: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}` }
}

/** HL7 v2.4, by chapter and section: `2.9.2`. */
export const hl7v2 = (section: string, quote: string): Statement => ({
  source: `HL7 v2.4 §${section}`,
  quote,
  url: 'https://www.hl7.org/implement/standards/product_brief.cfm?product_id=185',
})

/** The NHS's signed-JWT application authentication, as its own tests have it. */
export const nhsIdentity = (quote: string): Statement => ({
  source: 'NHSDigital/identity-service-api, tests of client credentials',
  quote,
  url: 'https://github.com/NHSDigital/identity-service-api',
})

/** Booking and Referral Standard (NHS England). */
export const bars = (quote: string): Statement => ({
  source: 'NHS Booking and Referral FHIR API',
  quote,
  url: 'https://digital.nhs.uk/developer/api-catalogue/booking-and-referral-fhir',
})

/** What this project promises, in a page of its own docs. */
export const homeFirst = (page: 'access' | 'http' | 'map' | 'operate' | 'simulate', quote: string): Statement => ({
  source: `Home First Gateway, docs/${page}.md`,
  quote,
  url: `docs/${page}.md`,
})
