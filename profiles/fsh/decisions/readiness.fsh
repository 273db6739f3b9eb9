// The ward's facts: ready or not, and what is needed.

Profile: HomeFirstReadiness
Parent: HomeFirstDecision
Id: HomeFirstReadiness
Title: "Home First readiness"
Description: "The hospital says that the person is, or is no longer, medically fit for discharge. This is 2014's statement (HL7 UK ITK ZU1-22, ZU1-24) and is never read as criteria to reside, which date from 2020 (HOUSE law 1; reference/practice.md, naive 4). Tightened: yes or no, for whom and since when; a later statement is a new one, so that the history stays."
* insert Ours
* performer 1..*
* code = HomeFirstObservationCodes#medically-fit
* value[x] 1..1
* value[x] only boolean

Profile: HomeFirstCriteriaToReside
Parent: HomeFirstDecision
Id: HomeFirstCriteriaToReside
Title: "Home First criteria to reside"
Description: "Whether the person meets the criteria to reside in an acute bed, or no longer does, as one review of a board round or a census found it; the reviews together are the history. Criterion codes: NHS Data Dictionary CRITERIA TO RESIDE CODE FOR HOSPITAL PROVIDER SPELL (reference/uk-data-formats.md §4.1). Tightened beyond R4: the state is said; who no longer meets them has no criterion; a discharge ready date stands with 'no longer meets' only."
* insert Ours
* performer 1..*
* obeys hf-ctr-1 and hf-ctr-2
* code = HomeFirstObservationCodes#criteria-to-reside
* value[x] 1..1 MS
* value[x] only CodeableConcept
* valueCodeableConcept from HomeFirstCriteriaToResideAnswer (required)
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains dischargeReadyDate 0..1 MS and criterion 0..* MS
* component[dischargeReadyDate] ^short = "The day on which the criteria were no longer met"
* component[dischargeReadyDate].code = HomeFirstObservationCodes#discharge-ready-date
* component[dischargeReadyDate].value[x] 1..1
* component[dischargeReadyDate].value[x] only dateTime
* component[criterion] ^short = "A criterion that is met"
* component[criterion].code = HomeFirstObservationCodes#criterion
* component[criterion].value[x] 1..1
* component[criterion].value[x] only CodeableConcept
* component[criterion].valueCodeableConcept from HomeFirstCriteriaToResideCriterion (required)

ValueSet: HomeFirstCriteriaToResideAnswer
Id: criteria-to-reside-answer
Title: "Answer about criteria to reside"
Description: "Whether the criteria are met, or the criterion that is. Of the code systems criteria-to-reside and criteria-to-reside-state, where their source and licence are stated."
* insert Ours
* include codes from system HomeFirstCriteriaToResideStateCodes
* include codes from system HomeFirstCriteriaToResideCodes

ValueSet: HomeFirstCriteriaToResideCriterion
Id: criteria-to-reside-criterion
Title: "Criterion to reside"
Description: "The criteria 01 to 12. Every code of the code system criteria-to-reside, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstCriteriaToResideCodes

Invariant: hf-ctr-1
Description: "A discharge ready date stands only where the criteria are no longer met"
Severity: #error
Expression: "component.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/observation' and code = 'discharge-ready-date').exists()).exists() implies value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/criteria-to-reside-state' and code = 'no-longer-meets').exists()"

Invariant: hf-ctr-2
Description: "Who no longer meets the criteria has no criterion"
Severity: #error
Expression: "value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/criteria-to-reside-state' and code = 'no-longer-meets').exists() implies (component.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/observation' and code = 'criterion').exists()).empty() and value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/criteria-to-reside').empty())"

Profile: HomeFirstDescribedNeed
Parent: HomeFirstDecision
Id: HomeFirstDescribedNeed
Title: "Home First described need"
Description: "What the person needs on leaving, as the ward describes it: a description for those who decide, no decision of a service (Home First: assess at home, decide nothing for life in a hospital bed). By domain where the ward says it by domain, in words always, because no list of needs is complete (reference/practice.md, naive 5 and 13). Tightened: who describes it, and the words."
* insert Ours
* performer 1..*
* code = HomeFirstDecisionCodes#need
* value[x] 1..1
* value[x] only string
* component.code from HomeFirstNeedDomain (extensible)
* component.value[x] only string or CodeableConcept or boolean
* extension contains WorkType named workType 0..* MS
