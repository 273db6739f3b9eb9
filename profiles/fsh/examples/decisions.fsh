// Ada's story: five decisions with five owners, and what stands beside them.

Instance: ada-readiness
InstanceOf: HomeFirstReadiness
Usage: #example
Title: "The ward: medically fit"
Description: "The older statement, kept apart from criteria to reside."
* meta.extension[sourceRecorded].valueInstant = "2026-11-22T17:15:55.000Z"
* status = #final
* subject = Reference(ada)
* encounter = Reference(ada-spell)
* effectiveDateTime = "2026-11-22"
* issued = "2026-11-22T17:15:55.000Z"
* performer = Reference(trust1)
* valueBoolean = true

Instance: ada-criteria-met
InstanceOf: HomeFirstCriteriaToReside
Usage: #example
Title: "Board round of 20 November: meets the criteria"
Description: "One review of many: together they are the history."
* status = #final
* subject = Reference(ada)
* encounter = Reference(ada-spell)
* effectiveDateTime = "2026-11-20T09:00:00Z"
* issued = "2026-11-20T09:30:00Z"
* performer = Reference(trust1)
* valueCodeableConcept = HomeFirstCriteriaToResideStateCodes#meets "Meets the criteria to reside"
* component[criterion].valueCodeableConcept = HomeFirstCriteriaToResideCodes#03 "Requiring intravenous fluids"

Instance: ada-criteria-not-met
InstanceOf: HomeFirstCriteriaToReside
Usage: #example
Title: "Board round of 22 November: no longer meets them"
Description: "With the discharge ready date, from which days are counted."
* status = #final
* subject = Reference(ada)
* encounter = Reference(ada-spell)
* effectiveDateTime = "2026-11-22T09:00:00Z"
* issued = "2026-11-22T09:20:00Z"
* performer = Reference(trust1)
* valueCodeableConcept = HomeFirstCriteriaToResideStateCodes#no-longer-meets "No longer meets the criteria to reside"
* component[dischargeReadyDate].valueDateTime = "2026-11-22"

Instance: ada-need
InstanceOf: HomeFirstDescribedNeed
Usage: #example
Title: "The ward: what she needs"
Description: "A description for those who decide."
* status = #final
* basedOn = Reference(ada-referral)
* subject = Reference(ada)
* encounter = Reference(ada-spell)
* effectiveDateTime = "2026-11-22T10:00:00Z"
* issued = "2026-11-22T10:10:00Z"
* performer[0] = Reference(trust1)
* performer[1] = Reference(ada-ward-therapist)
* component.code = HomeFirstNeedDomainCodes#personal-hygiene
* component.valueString = "Washing and dressing, morning and evening"
* valueString = "Help with washing and dressing, morning and evening; stairs with supervision."
* extension[workType].valueCodeableConcept = HomeFirstWorkTypeCodes#reablement "Reablement"

Instance: ada-pathway
InstanceOf: HomeFirstPathwayDecision
Usage: #example
Title: "The hub: pathway 1"
Description: "With its reason, and who took part."
* identifier.system = "https://home-first.example/fhir/Id/local/hub1/decision"
* identifier.value = "PATHWAY-1"
* status = #final
* basedOn = Reference(ada-referral)
* subject = Reference(ada)
* encounter = Reference(ada-spell)
* effectiveDateTime = "2026-11-22T17:38:00Z"
* issued = "2026-11-22T17:38:30Z"
* performer[0] = Reference(hub1)
* performer[1] = Reference(hub-nurse)
* valueCodeableConcept = HomeFirstPathwayCodes#1 "Pathway 1"
* extension[reason].valueCodeableConcept.text = "Needs help twice a day at first; lives alone, key safe."
* component[destination].valueCodeableConcept = HomeFirstDischargeDestinationCodes#1-home-reablement
* extension[onBehalfOf].valueReference = Reference(trust1)
* extension[involved].extension[who].valueReference = Reference(ada-daughter)
* extension[involved].extension[role].valueCodeableConcept = HomeFirstPersonRoleCodes#carer "Carer"
* extension[involved].extension[how].valueCodeableConcept = HomeFirstInvolvementCodes#carer-involved "A carer was involved"

Instance: ada-eligibility
InstanceOf: HomeFirstEligibilityAndFunding
Usage: #example
Title: "The council: not yet assessed, and funding undecided"
Description: "Undecided is an answer: reablement comes first, the assessment at home decides."
* status = #preliminary
* basedOn = Reference(ada-referral)
* subject = Reference(ada)
* effectiveDateTime = "2026-11-22T18:00:00Z"
* issued = "2026-11-22T18:01:00Z"
* performer = Reference(council1)
* valueCodeableConcept = HomeFirstEligibilityCodes#not-assessed "Not yet assessed"
* component[funding].valueCodeableConcept = HomeFirstFundingCodes#undecided "Undecided"

Instance: ada-funding
InstanceOf: HomeFirstEligibilityAndFunding
Usage: #example
Title: "The council, six weeks later"
Description: "A new fact that names the one it replaces, which stays."
* status = #final
* basedOn = Reference(ada-referral)
* subject = Reference(ada)
* effectiveDateTime = "2027-01-04T14:00:00Z"
* issued = "2027-01-05T09:00:00Z"
* performer = Reference(council1)
* valueCodeableConcept = HomeFirstEligibilityCodes#eligible "Eligible needs"
* component[funding].valueCodeableConcept = HomeFirstFundingCodes#self-funded "Self-funded"
* extension[replaces].valueReference = Reference(ada-eligibility)
* extension[reason].valueCodeableConcept.text = "Two outcomes cannot be achieved without support; assets above the limit."

Instance: ada-continuing-healthcare
InstanceOf: HomeFirstContinuingHealthcare
Usage: #example
Title: "The integrated care board: no full assessment required"
Description: "A decision of its own, with an owner of its own, beside the council's."
* status = #final
* basedOn = Reference(ada-referral)
* subject = Reference(ada)
* effectiveDateTime = "2026-11-22T16:40:00Z"
* issued = "2026-11-22T16:45:00Z"
* performer = Reference(icb1)
* valueCodeableConcept = HomeFirstContinuingHealthcareCodes#not-required "No full assessment required"
* extension[reason].valueCodeableConcept.text = "Needs are expected to lessen with reablement."

Instance: ada-pays-herself
InstanceOf: HomeFirstFundingDecision
Usage: #example
Title: "The hub: she pays for her meals herself"
Description: "What Ada said, recorded by the hub: no council is needed for it."
* status = #final
* basedOn = Reference(ada-referral)
* subject = Reference(ada)
* effectiveDateTime = "2026-11-22T17:40:00Z"
* issued = "2026-11-22T17:42:00Z"
* performer = Reference(hub1)
* valueCodeableConcept = HomeFirstFundingCodes#self-funded "Self-funded"
* extension[involved].extension[who].valueReference = Reference(ada)
* extension[involved].extension[how].valueCodeableConcept = HomeFirstInvolvementCodes#person-involved "The person was involved"
* note.text = "Meals on two days a week, which she had before."

Instance: ada-acceptance
InstanceOf: HomeFirstProviderAcceptance
Usage: #example
Title: "Community health: can take her from Monday"
Description: "A person's answer, apart from the system's receipt."
* status = #final
* basedOn = Reference(ada-referral)
* subject = Reference(ada)
* effectiveDateTime = "2026-11-22T17:55:00Z"
* issued = "2026-11-22T17:56:00Z"
* performer = Reference(community1)
* valueCodeableConcept = HomeFirstProviderAcceptanceCodes#can-take-from "Can take from a date"
* component[start].valueDateTime = "2026-11-23"
* component[hoursPerWeek].valueQuantity = 4.0 'h'

Instance: ada-responsible-council
InstanceOf: HomeFirstResponsibleCouncil
Usage: #example
Title: "Which council: hers, disputed"
Description: "Her postcode proposed it; she had lately moved, so the council disputes it, with a reason, while care goes on."
* status = #preliminary
* basedOn = Reference(ada-referral)
* subject = Reference(ada)
* effectiveDateTime = "2026-11-22T17:50:00Z"
* issued = "2026-11-22T17:52:00Z"
* performer = Reference(council1)
* valueCodeableConcept = HomeFirstResponsibleCouncilStateCodes#disputed "Disputed"
* extension[council].valueReference = Reference(council1)
* component[basis].valueCodeableConcept = HomeFirstResponsibleCouncilBasisCodes#postcode "Proposed by a look-up of the address"
* extension[reason].valueCodeableConcept.text = "Moved here three weeks ago from a placement by another council."

Instance: ada-responsible-council-accepted
InstanceOf: HomeFirstResponsibleCouncil
Usage: #example
Title: "Which council: hers, accepted"
Description: "Nine days later, on another basis; the disputed statement stays as it was."
* status = #final
* basedOn = Reference(ada-referral)
* subject = Reference(ada)
* effectiveDateTime = "2026-12-01T11:00:00Z"
* issued = "2026-12-01T11:05:00Z"
* performer = Reference(council1)
* valueCodeableConcept = HomeFirstResponsibleCouncilStateCodes#accepted "Accepted"
* extension[council].valueReference = Reference(council1)
* component[basis].valueCodeableConcept = HomeFirstResponsibleCouncilBasisCodes#ordinary-residence "Ordinarily resident in the area"
* extension[reason].valueCodeableConcept.text = "The other council's placement had ended; she chose the new home herself."
* extension[replaces].valueReference = Reference(ada-responsible-council)

Instance: ada-delay
InstanceOf: HomeFirstDelay
Usage: #example
Title: "One hour of delay"
Description: "Ready, and waiting for medicines to take home: it began, it ended, and whose move it was."
* status = #final
* basedOn = Reference(ada-referral)
* subject = Reference(ada)
* encounter = Reference(ada-spell)
* effectivePeriod.start = "2026-11-22T17:30:00Z"
* effectivePeriod.end = "2026-11-22T18:30:00Z"
* performer = Reference(trust1)
* valueCodeableConcept = HomeFirstDelayReasonCodes#awaiting-medicines-to-take-home-discharge-letter-or-other-di
* extension[responsible].valueReference = Reference(trust1)
* component[responsibility].valueCodeableConcept = HomeFirstDelayResponsibilityCodes#nhs "NHS"

Instance: ada-capacity
InstanceOf: HomeFirstCapacity
Usage: #example
Title: "Capacity to decide where to go"
Description: "Found for this decision at this time."
* status = #final
* subject = Reference(ada)
* encounter = Reference(ada-spell)
* effectiveDateTime = "2026-11-21T11:00:00Z"
* performer = Reference(trust1)
* valueCodeableConcept = HomeFirstCapacityFindingCodes#has-capacity "Has capacity for this decision"
* extension[decision].valueString = "Whether to go home with help, or to a bed elsewhere"

Instance: ada-capacity-first-night
InstanceOf: HomeFirstCapacity
Usage: #example
Title: "Another decision, another time"
Description: "Confused on the night of her admission, she could not decide about the drip; three days later she decides where to go."
* status = #final
* subject = Reference(ada)
* encounter = Reference(ada-spell)
* effectiveDateTime = "2026-11-17T21:00:00Z"
* issued = "2026-11-17T21:20:00Z"
* performer = Reference(ada-ward-doctor)
* valueCodeableConcept = HomeFirstCapacityFindingCodes#lacks-capacity "Lacks capacity for this decision"
* extension[decision].valueString = "Whether to have fluids by a drip tonight"

Instance: ada-best-interests
InstanceOf: HomeFirstBestInterests
Usage: #example
Title: "What was decided for her that night"
Description: "By the ward doctor, with the daughter asked; it rests on the finding and ends with the decision."
* status = #final
* subject = Reference(ada)
* encounter = Reference(ada-spell)
* effectiveDateTime = "2026-11-17T21:10:00Z"
* issued = "2026-11-17T21:20:00Z"
* performer = Reference(ada-ward-doctor)
* derivedFrom = Reference(ada-capacity-first-night)
* valueString = "Fluids by a drip tonight; to be asked again in the morning"
* extension[decision].valueString = "Whether to have fluids by a drip tonight"
* extension[involved].extension[who].valueReference = Reference(ada-daughter)
* extension[involved].extension[role].valueCodeableConcept = HomeFirstPersonRoleCodes#carer "Carer"
* extension[involved].extension[how].valueCodeableConcept = HomeFirstInvolvementCodes#carer-involved "A carer was involved"

Instance: ada-involvement
InstanceOf: HomeFirstInvolvement
Usage: #example
Title: "Who took part in planning"
Description: "Ada and her daughter; nobody objects."
* status = #final
* subject = Reference(ada)
* encounter = Reference(ada-spell)
* effectiveDateTime = "2026-11-22T10:30:00Z"
* performer = Reference(trust1)
* extension[involved][0].extension[who].valueReference = Reference(ada)
* extension[involved][0].extension[how].valueCodeableConcept = HomeFirstInvolvementCodes#person-involved "The person was involved"
* extension[involved][1].extension[who].valueReference = Reference(ada-daughter)
* extension[involved][1].extension[role].valueCodeableConcept = HomeFirstPersonRoleCodes#carer "Carer"
* extension[involved][1].extension[how].valueCodeableConcept = HomeFirstInvolvementCodes#carer-involved "A carer was involved"
* valueCodeableConcept = HomeFirstObjectionCodes#none "Nobody objects"

Instance: ada-safeguarding
InstanceOf: HomeFirstSafeguarding
Usage: #example
Title: "A concern, kept from one organisation"
Description: "That there is one and whom to ring; the detail stays with the council."
* meta.extension[sourceRecorded].valueInstant = "2026-11-19T14:05:00Z"
* status = #active
* category = http://terminology.hl7.org/CodeSystem/flag-category#safety "Safety"
* code = HomeFirstSafeguardingStatusCodes#concern "Concern raised"
* subject = Reference(ada)
* author = Reference(council1)
* extension[withheldFrom].valueReference = Reference(provider1)

Instance: provider1
InstanceOf: HomeFirstOrganization
Usage: #example
Title: "Example Home Care"
Description: "A provider without an ODS code: an organisation is a record, not a code."
* identifier[0].system = "https://home-first.example/fhir/Id/local/council1-care/COUNCIL1/provider"
* identifier[0].value = "P-17"
* identifier[cqcProvider].value = "1-999999901"
* identifier[cqcLocation].value = "1-999999902"
* active = true
* type = HomeFirstOrganizationKindCodes#provider "Care provider"
* name = "Example Home Care"
