// Extensions that say where a fact comes from, and who acts for whom.

Extension: SourceRecorded
Id: source-recorded
Title: "Recorded by the source"
Description: "When the source recorded what the resource says: the second of the three times of every fact (HOUSE law 6). The first, when it happened, is the resource's own; the third, when the gateway received it, is meta.lastUpdated."
Context: Meta
* insert Ours
* value[x] only instant
* value[x] 1..1

Extension: LinkEvidence
Id: link-evidence
Title: "Evidence of a link"
Description: "Why two Patients were found to be one person, since when, and which message led to it, so that the link can be undone exactly (HOUSE law 5)."
Context: Person.link
* insert Ours
* extension contains basis 1..1 and since 1..1 and message 0..1
* extension[basis].value[x] only CodeableConcept
* extension[basis].value[x] 1..1
* extension[basis].valueCodeableConcept from HomeFirstLinkBasis (required)
* extension[since].value[x] only instant
* extension[since].value[x] 1..1
* extension[message].value[x] only uri
* extension[message].value[x] 1..1

Extension: Authority
Id: authority
Title: "Authority to decide for the person"
Description: "What allows someone to decide, or to speak, for the person: which authority, for which decisions, and whether the document was seen. Capacity is found per decision, and so is authority used (Mental Capacity Act 2005; reference/practice.md, naive 15). Being next of kin is none."
Context: RelatedPerson
* insert Ours
* extension contains kind 1..1 and scope 0..1 and evidenceSeen 0..1 and reference 0..1 and period 0..1
* extension[kind].value[x] only CodeableConcept
* extension[kind].value[x] 1..1
* extension[kind].valueCodeableConcept from HomeFirstAuthority (extensible)
* extension[scope].value[x] only string
* extension[scope].value[x] 1..1
* extension[scope] ^short = "Which decisions it covers"
* extension[evidenceSeen].value[x] only boolean
* extension[evidenceSeen].value[x] 1..1
* extension[evidenceSeen] ^short = "Whether somebody saw the order or the registered power"
* extension[reference].value[x] only Identifier
* extension[reference].value[x] 1..1
* extension[reference] ^short = "Reference of the Office of the Public Guardian or the court"
* extension[period].value[x] only Period
* extension[period].value[x] 1..1

Extension: CarerOwnRecord
Id: carer-own-record
Title: "The carer's own record"
Description: "The Patient that the carer is, when they receive care or support themselves. A carer may be a client too (reference/practice.md, naive 15)."
Context: RelatedPerson
* insert Ours
* value[x] only Reference(HomeFirstPatient)
* value[x] 1..1

Extension: OnBehalfOf
Id: on-behalf-of
Title: "On whose behalf"
Description: "The organisation that answers for what was done, where that is not the employer of who did it: a hub is a service of an accountable host with members, and a team may have two employers (HOUSE law 8). R4 has it for Provenance.agent and for nothing else."
Context: PractitionerRole, Observation, Task
* insert Ours
* value[x] only Reference(HomeFirstOrganization)
* value[x] 1..1

Extension: ActingTeam
Id: acting-team
Title: "Team in which somebody acted"
Description: "The hub or integrated team in which a person acted, as an organisation of its own: the employer is another, and on whose behalf may be a third (HOUSE law 8). Leeds' Active Recovery is one team with two employers, and a hub often has no legal personality (reference/practice.md, naive 2)."
Context: PractitionerRole
* insert Ours
* value[x] only Reference(HomeFirstOrganization)
* value[x] 1..1

Extension: OrganizationSuccessor
Id: organization-successor
Title: "Successor of an organisation"
Description: "Who took over when an organisation ended or merged: codes come and go, the record stays (HOUSE law 8)."
Context: Organization
* insert Ours
* value[x] only Reference(HomeFirstOrganization)
* value[x] 1..1

Extension: OrganizationValidity
Id: organization-validity
Title: "Validity of an organisation"
Description: "When the organisation was, or is, open under its identifiers (HOUSE law 8)."
Context: Organization
* insert Ours
* value[x] only Period
* value[x] 1..1

Extension: OrganizationMember
Id: organization-member
Title: "Member of a hub or integrated team"
Description: "An organisation whose people work in this hub or team. Membership shows nobody a record (HOUSE law 7): agreements and assignments do."
Context: Organization
* insert Ours
* value[x] only Reference(HomeFirstOrganization)
* value[x] 1..1
