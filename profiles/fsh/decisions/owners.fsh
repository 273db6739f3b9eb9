// The decisions of hub, council and provider.

Profile: HomeFirstPathwayDecision
Parent: HomeFirstDecision
Id: HomeFirstPathwayDecision
Title: "Home First pathway decision"
Description: "The hub decides, or decides again, the discharge pathway 0 to 3. Owner: the hub (reference/practice.md, naive 13). Tightened: owner, pathway and reason; the pathway is no destination and says nothing of who pays."
* insert Ours
* performer 1..*
* extension[reason] 1..*
* code = HomeFirstDecisionCodes#pathway
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from HomeFirstPathway (required)
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains destination 0..1 MS
* component[destination] ^short = "Which of the eight destinations of the national return"
* component[destination].code = HomeFirstTaskOutputCodes#destination
* component[destination].value[x] 1..1
* component[destination].value[x] only CodeableConcept
* component[destination].valueCodeableConcept from HomeFirstDischargeDestination (extensible)

Profile: HomeFirstEligibilityAndFunding
Parent: HomeFirstDecision
Id: HomeFirstEligibilityAndFunding
Title: "Home First eligibility and funding"
Description: "Whether the person's needs are eligible for care and support from the council, and who funds it: council, the person themselves, another, or undecided. Owner: the council (reference/practice.md, naive 13). NHS continuing healthcare is no part of it: that is the integrated care board's decision, HomeFirstContinuingHealthcare. Who pays where no council decides, a self-funder's case, is HomeFirstFundingDecision. Tightened: owner, eligibility and at least one funding, because undecided is an answer: short-term funding while an assessment at home is awaited is what Home First is for."
* insert Ours
* performer 1..*
* obeys hf-fund-1
* code = HomeFirstDecisionCodes#eligibility
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from HomeFirstEligibility (extensible)
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains funding 1..* MS
* component[funding] ^short = "Who pays: one for each payer"
* component[funding].code = HomeFirstDecisionCodes#funding
* component[funding].value[x] 1..1
* component[funding].value[x] only CodeableConcept
* component[funding].valueCodeableConcept from HomeFirstFunding (extensible)

Invariant: hf-fund-1
Description: "Funding that is undecided stands alone"
Severity: #error
Expression: "component.where(value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/funding' and code = 'undecided').exists()).exists() implies component.where(value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/funding').exists()).count() = 1"

Profile: HomeFirstFundingDecision
Parent: HomeFirstDecision
Id: HomeFirstFundingDecision
Title: "Home First funding"
Description: "Who pays, said apart from eligibility: a self-funder has no council as a party (reference/practice.md, naive 12), a fund for a limited time runs out, a payer changes later. Owner: the council, the integrated care board, or the hub for what the person says of paying for themselves; where a council decides eligibility and funding at once, that is HomeFirstEligibilityAndFunding and this is not repeated. Tightened: owner and funding; undecided is an answer; that a person pays for themselves is said with who was asked, because nobody else can know it."
* insert Ours
* performer 1..*
* obeys hf-fund-2
* code = HomeFirstDecisionCodes#funding
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from HomeFirstFunding (extensible)

Invariant: hf-fund-2
Description: "That a person pays for themselves is said with who was asked"
Severity: #error
Expression: "value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/funding' and code = 'self-funded').exists() implies extension.where(url = 'https://home-first.example/fhir/StructureDefinition/involved-person').exists()"

Profile: HomeFirstContinuingHealthcare
Parent: HomeFirstDecision
Id: HomeFirstContinuingHealthcare
Title: "Home First NHS continuing healthcare"
Description: "How far the question of NHS continuing healthcare, or of its fast track, is, and what was decided. Owner: the integrated care board (reference/practice.md, naive 2 and 13); a council's eligibility is another fact with another owner. What the ward or hub considered is in the referral form (PRSB, Hospital Referral for Assessment for Community Care and Support v1.1, NHS CHC assessment). Tightened: owner and state; a refusal and a dispute have their reason, because somebody has to answer it."
* insert Ours
* performer 1..*
* obeys hf-chc-1
* code = HomeFirstDecisionCodes#continuing-healthcare
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from HomeFirstContinuingHealthcareState (extensible)

Invariant: hf-chc-1
Description: "A refusal or dispute of continuing healthcare says why"
Severity: #error
Expression: "value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/continuing-healthcare' and (code = 'not-eligible' or code = 'disputed')).exists() implies extension.where(url = 'https://home-first.example/fhir/StructureDefinition/decision-reason').exists()"

Profile: HomeFirstProviderAcceptance
Parent: HomeFirstDecision
Id: HomeFirstProviderAcceptance
Title: "Home First provider acceptance"
Description: "A provider says whether it can take the person, from when, and for how much. Owner: the provider; a person's answer, apart from the system's receipt (HOUSE law 6). Tightened: owner and answer; who cannot take them, or no longer can, says why, because that is where capacity is missing; who can from a date says which, and who can on conditions says on which, because the hub can plan with neither alone."
* insert Ours
* performer 1..*
* obeys hf-acc-1 and hf-acc-2 and hf-acc-3
* code = HomeFirstDecisionCodes#provider-acceptance
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from HomeFirstProviderAcceptanceCode (required)
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains start 0..1 MS and hoursPerWeek 0..1 MS
* component[start] ^short = "From when"
* component[start].code = HomeFirstTaskOutputCodes#planned-start
* component[start].value[x] 1..1
* component[start].value[x] only dateTime
* component[hoursPerWeek] ^short = "How many hours a week"
* component[hoursPerWeek].code = HomeFirstDecisionCodes#hours-per-week
* component[hoursPerWeek].value[x] 1..1
* component[hoursPerWeek].value[x] only Quantity

Invariant: hf-acc-1
Description: "Who cannot take the person, or no longer can, says why"
Severity: #error
Expression: "value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/provider-acceptance' and (code = 'cannot-take' or code = 'other-reason' or code = 'withdrawn')).exists() implies extension.where(url = 'https://home-first.example/fhir/StructureDefinition/decision-reason').exists()"

Invariant: hf-acc-2
Description: "Who can take the person from a date says from which"
Severity: #error
Expression: "value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/provider-acceptance' and code = 'can-take-from').exists() implies component.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/task-output' and code = 'planned-start').exists()).exists()"

Invariant: hf-acc-3
Description: "Who can take the person on conditions says on which"
Severity: #error
Expression: "value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/provider-acceptance' and code = 'can-take-with-conditions').exists() implies (value.text.exists() or note.exists() or extension.where(url = 'https://home-first.example/fhir/StructureDefinition/decision-reason').exists())"

Profile: HomeFirstResponsibleCouncil
Parent: HomeFirstDecision
Id: HomeFirstResponsibleCouncil
Title: "Home First responsible council"
Description: "Which council is responsible, on which basis, and whether it is disputed. A decision and no look-up: a postcode only proposes (reference/practice.md, naive 3). Tightened: owner, council, state and basis; a dispute names who disputes and why; what rests on a look-up alone is never accepted or decided. A dispute is a record beside the work and closes no task: the person is its subject, not its price."
* insert Ours
* performer 1..*
* obeys hf-rc-1 and hf-rc-2
* code = HomeFirstDecisionCodes#responsible-council
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from HomeFirstResponsibleCouncilState (required)
* extension contains ResponsibleCouncil named council 1..1 MS
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains basis 1..1 MS
* component[basis] ^short = "On which ground"
* component[basis].code = HomeFirstDecisionCodes#responsible-council-basis
* component[basis].value[x] 1..1
* component[basis].value[x] only CodeableConcept
* component[basis].valueCodeableConcept from HomeFirstResponsibleCouncilBasis (extensible)

Extension: ResponsibleCouncil
Id: responsible-council
Title: "Responsible council"
Description: "The council that is held responsible: by whoever proposes, accepts or decides it, or, where that is disputed, until it is decided (reference/practice.md, naive 3)."
Context: Observation
* insert Ours
* value[x] only Reference(HomeFirstOrganization)
* value[x] 1..1

Invariant: hf-rc-1
Description: "A disputed responsibility says why"
Severity: #error
Expression: "value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/responsible-council-state' and code = 'disputed').exists() implies extension.where(url = 'https://home-first.example/fhir/StructureDefinition/decision-reason').exists()"

Invariant: hf-rc-2
Description: "A look-up of the address only proposes"
Severity: #error
Expression: "component.where(value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/responsible-council-basis' and code = 'postcode').exists()).exists() implies value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/responsible-council-state' and (code = 'accepted' or code = 'decided')).empty()"
