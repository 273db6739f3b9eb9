// A delay: why someone who is ready is still in the bed.

Profile: HomeFirstDelay
Parent: HomeFirstDecision
Id: HomeFirstDelay
Title: "Home First delay"
Description: "Why someone who no longer meets the criteria to reside is still in hospital: reason, start, end, and who is to act. Reasons are the 37 of the Acute Daily Discharge SitRep in five groups (reference/uk-data-formats.md §4.3; codes ours). Several delays may run at once, each waiting for one organisation or several, and an ended one stays: delay is a history. Who is responsible is who has to act next, never who is to blame. Tightened: reason and start; without anybody who is to act it is warned of, because nobody can resolve it."
* insert Ours
* performer 1..*
* obeys hf-delay-1
* code = HomeFirstDecisionCodes#delay
* effective[x] only Period
* effectivePeriod.start 1..1
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from HomeFirstDelayReason (extensible)
* extension contains DelayResponsibleOrganization named responsible 0..* MS
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains responsibility 0..1 MS
* component[responsibility] ^short = "Which kind of organisation is to act"
* component[responsibility].code = HomeFirstDecisionCodes#delay-responsibility
* component[responsibility].value[x] 1..1
* component[responsibility].value[x] only CodeableConcept
* component[responsibility].valueCodeableConcept from HomeFirstDelayResponsibility (extensible)

Extension: DelayResponsibleOrganization
Id: delay-responsible-organization
Title: "Organisation that is to act on a delay"
Description: "Whose move it is: an organisation that has to act before the delay can end (reference/practice.md, naive 13; reference/programmes.md: delays are resolved by calls to those who can act). Repeats where several have to act; delay-responsibility is only their kind."
Context: Observation
* insert Ours
* value[x] only Reference(HomeFirstOrganization)
* value[x] 1..1

Invariant: hf-delay-1
Description: "A delay that goes on says who is to act: an organisation, or which kind"
Severity: #warning
Expression: "effective.end.exists() or extension.where(url = 'https://home-first.example/fhir/StructureDefinition/delay-responsible-organization').exists() or component.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/decision' and code = 'delay-responsibility').exists()).exists()"
