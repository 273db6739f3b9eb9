// NK1: the people to be rung about the person, each one contact. A carer is not inferred from a next of kin.

import { administrativeGender, contactRole, relationship } from '../../codes/tables.ts'
import { code, concept } from '../../engine/coded.ts'
import { compile } from '../../engine/compile.ts'
import { address, organization, personName, telecom } from '../../engine/people.ts'
import { because, fieldsOf, type Table } from '../../engine/row.ts'
import { date } from '../../engine/time.ts'
import { telecomOf } from './selectors.ts'

export const nk1Table: Table = {
  id: 'NK1 → Patient.contact',
  source: 'NK1',
  fields: fieldsOf('NK1', 37),
  draft: 'patient',
  type: 'Patient',
  each: 'contact',
  selectors: { phone: telecomOf('phone'), mobile: telecomOf('mobile'), email: telecomOf('email') },
  rows: [
    { from: 'NK1-2', to: 'name', as: personName(), direction: '⇄' },
    { from: 'NK1-3', to: 'relationship[0]', as: concept, codes: relationship, direction: '⇄' },
    { from: 'NK1-7', to: 'relationship[1]', as: concept, codes: contactRole, direction: '→' },
    { from: 'NK1-4', to: 'address', as: address, direction: '⇄' },
    { from: 'NK1-5[phone]', to: 'telecom[use=home]', as: telecom('phone', 'home'), direction: '⇄' },
    { from: 'NK1-5[mobile]', to: 'telecom[use=mobile]', as: telecom('phone', 'mobile'), direction: '⇄' },
    { from: 'NK1-5[email]', to: 'telecom[system=email]', as: telecom('email'), direction: '⇄' },
    { from: 'NK1-6[phone]', to: 'telecom[use=work]', as: telecom('phone', 'work'), direction: '⇄' },
    { from: 'NK1-8', to: 'period.start', as: date, direction: '⇄' },
    { from: 'NK1-9', to: 'period.end', as: date, direction: '⇄' },
    { from: 'NK1-13', to: 'organization', as: organization, direction: '⇄' },
    { from: 'NK1-15', to: 'gender', as: code, codes: administrativeGender, direction: '⇄' },
  ],
  ignored: {
    ...because('a set number says nothing about the contact', 'NK1-1'),
    ...because('the work of a contact is not needed to arrange a discharge', 'NK1-10', 'NK1-11', 'NK1-12', 'NK1-34'),
    ...because('a contact is no patient: no more is passed on than is needed to reach them', 'NK1-14', 'NK1-16', 'NK1-17'),
    ...because('a contact is no patient: no more is passed on than is needed to reach them', 'NK1-18', 'NK1-19', 'NK1-20'),
    ...because('a contact is no patient: no more is passed on than is needed to reach them', 'NK1-21', 'NK1-22', 'NK1-23'),
    ...because('a contact is no patient: no more is passed on than is needed to reach them', 'NK1-24', 'NK1-25', 'NK1-26'),
    ...because('a contact is no patient: no more is passed on than is needed to reach them', 'NK1-27', 'NK1-28', 'NK1-29'),
    ...because('for organisations that are contacts; the name and telephone are carried', 'NK1-30', 'NK1-31', 'NK1-32'),
    ...because(
      'a contact is no patient: no more is passed on than is needed to reach them',
      'NK1-33',
      'NK1-35',
      'NK1-36',
      'NK1-37',
    ),
  },
}

export const nk1 = compile(nk1Table)

/** A contact without a name, a number, an address or an organisation is nobody (FHIR's pat-1). */
export const isContact = (contact: Readonly<Record<string, unknown>>): boolean =>
  ['name', 'telecom', 'address', 'organization'].some((member) => contact[member] !== undefined)
