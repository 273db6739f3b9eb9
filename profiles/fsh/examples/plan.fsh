// Ada's plan: what she needs, wants to reach, does with whom, and what came of it; and what to do if it goes wrong.

Instance: ada-plan
InstanceOf: HomeFirstCarePlan
Usage: #example
Title: "Ada's plan"
Description: "Reablement at home, four hours a week, for two needs and two goals. Every reference of the chain from need to outcome is there."
* meta.extension[sourceRecorded].valueInstant = "2026-11-22T18:20:00Z"
* identifier.system = "https://home-first.example/fhir/Id/local/community1"
* identifier.value = "PLAN-1"
* status = #active
* intent = #plan
* category = HomeFirstPlanKindCodes#home-first
* title = "Reablement at home"
* subject = Reference(Patient/ada)
* encounter = Reference(Encounter/ada-spell)
* period.start = "2026-11-22"
* period.end = "2026-12-31"
* created = "2026-11-22"
* author = Reference(Organization/community1)
* contributor[0] = Reference(Patient/ada)
* contributor[1] = Reference(Organization/council1)
* addresses[0] = Reference(ada-need-washing)
* addresses[1] = Reference(ada-need-stairs)
* supportingInfo[0] = Reference(ServiceRequest/ada-referral)
* supportingInfo[1] = Reference(ada-strength)
* supportingInfo[2] = Reference(ada-about-me)
* goal[0] = Reference(ada-goal-washing)
* goal[1] = Reference(ada-goal-stairs)
* activity[0].outcomeReference = Reference(ada-outcome-washing)
* activity[0].detail.kind = #ServiceRequest
* activity[0].detail.status = #in-progress
* activity[0].detail.goal = Reference(ada-goal-washing)
* activity[0].detail.reasonReference = Reference(ada-need-washing)
* activity[0].detail.description = "Reablement visits, morning and evening, four hours a week"
* activity[0].detail.performer = Reference(Organization/community1)
* activity[0].detail.scheduledPeriod.start = "2026-11-22"
* activity[0].detail.extension[strategy].valueString = "If Ada is tired in the morning, wash sitting at the basin"
* activity[1].detail.status = #scheduled
* activity[1].detail.goal = Reference(ada-goal-stairs)
* activity[1].detail.reasonReference = Reference(ada-need-stairs)
* activity[1].detail.description = "Ada practises the stairs twice a day, with somebody behind her"
* activity[1].detail.performer = Reference(Patient/ada)
* activity[1].detail.extension[confidence].valueDecimal = 6
* activity[1].detail.extension[updated].valueDateTime = "2026-11-27"
* activity[1].detail.extension[review].extension[due].valueDateTime = "2026-12-04"
* extension[agreement].extension[agreed].valueBoolean = true
* extension[agreement].extension[with].valueReference = Reference(Patient/ada)
* extension[agreement].extension[date].valueDateTime = "2026-11-22"
* extension[updated].valueDateTime = "2026-11-22"
* extension[review].extension[due].valueDateTime = "2026-12-11"
* extension[review].extension[responsible].valueReference = Reference(Organization/community1)
* extension[review].extension[name].valueString = "Lead therapist"
* extension[review].extension[role].valueCodeableConcept.text = "Occupational therapist"
* extension[review].extension[telecom].valueContactPoint.system = #phone
* extension[review].extension[telecom].valueContactPoint.value = "01632 960011"
* extension[recordedAt].valueReference = Reference(Organization/community1)
* extension[recordedAt].valueReference = Reference(Organization/community1)
* extension[fundingSource][0].valueCodeableConcept = HomeFirstFundingCodes#intermediate-care "Intermediate care without charge"
* extension[fundingSource][1].valueReference = Reference(ada-eligibility)

Instance: ada-need-washing
InstanceOf: HomeFirstNeed
Usage: #example
Title: "Ada's need: washing"
Description: "What Ada says that she needs help with, in her words, with its domain of life."
* meta.extension[sourceRecorded].valueInstant = "2026-11-22T18:20:00Z"
* identifier.system = "https://home-first.example/fhir/Id/local/community1"
* identifier.value = "NEED-1"
* clinicalStatus = http://terminology.hl7.org/CodeSystem/condition-clinical#active
* verificationStatus = http://terminology.hl7.org/CodeSystem/condition-ver-status#confirmed
* code.coding = HomeFirstNeedDomainCodes#personal-hygiene
* code.text = "I cannot wash my back and legs since the fall"
* subject = Reference(Patient/ada)
* onsetDateTime = "2026-11-17"
* recordedDate = "2026-11-22"
* asserter = Reference(Patient/ada)

Instance: ada-need-stairs
InstanceOf: HomeFirstNeed
Usage: #example
Title: "Ada's need: stairs"
Description: "A second need: bedroom and bath are upstairs."
* clinicalStatus = http://terminology.hl7.org/CodeSystem/condition-clinical#active
* verificationStatus = http://terminology.hl7.org/CodeSystem/condition-ver-status#confirmed
* code.coding = HomeFirstNeedDomainCodes#mobility
* code.text = "I do not trust myself on the stairs"
* subject = Reference(Patient/ada)
* recordedDate = "2026-11-22"
* asserter = Reference(Patient/ada)

Instance: ada-goal-washing
InstanceOf: HomeFirstGoal
Usage: #example
Title: "Ada's goal: washing"
Description: "A goal that was reached, with the outcome that shows it."
* meta.extension[sourceRecorded].valueInstant = "2026-12-11T16:00:00Z"
* identifier.system = "https://home-first.example/fhir/Id/local/community1"
* identifier.value = "GOAL-1"
* lifecycleStatus = #completed
* achievementStatus = http://terminology.hl7.org/CodeSystem/goal-achievement#achieved
* description.text = "Washes and dresses without help"
* subject = Reference(Patient/ada)
* startDate = "2026-11-22"
* target.dueDate = "2026-12-18"
* statusDate = "2026-12-11"
* expressedBy = Reference(Patient/ada)
* addresses[0] = Reference(ada-need-washing)
* addresses[1] = Reference(ServiceRequest/ada-referral)
* outcomeReference = Reference(ada-outcome-washing)
* extension[importance].valueDecimal = 9
* extension[recordedAt].valueReference = Reference(Organization/community1)
* extension[agreement][0].extension[agreed].valueBoolean = true
* extension[agreement][0].extension[with].valueReference = Reference(Patient/ada)
* extension[agreement][1].extension[agreed].valueBoolean = true
* extension[agreement][1].extension[with].valueReference = Reference(RelatedPerson/ada-daughter)
* extension[agreement][1].extension[role].valueCodeableConcept = HomeFirstPersonRoleCodes#carer "Carer"

Instance: ada-goal-stairs
InstanceOf: HomeFirstGoal
Usage: #example
Title: "Ada's goal: stairs"
Description: "A goal with a stage goal on the way."
* lifecycleStatus = #active
* achievementStatus = http://terminology.hl7.org/CodeSystem/goal-achievement#improving
* description.text = "Climbs the stairs safely"
* subject = Reference(Patient/ada)
* startDate = "2026-11-22"
* target.dueDate = "2026-12-31"
* statusDate = "2026-12-11"
* expressedBy = Reference(Patient/ada)
* addresses = Reference(ada-need-stairs)
* extension[importance].valueDecimal = 7
* extension[stage].extension[type].valueCodeableConcept = http://terminology.hl7.org/CodeSystem/goal-relationship-type#milestone
* extension[stage].extension[target].valueReference = Reference(ada-goal-first-step)

Instance: ada-goal-first-step
InstanceOf: HomeFirstGoal
Usage: #example
Title: "Ada's stage goal: one flight"
Description: "A stage goal is a goal of its own."
* lifecycleStatus = #active
* description.text = "Climbs the first flight with one person behind her"
* subject = Reference(Patient/ada)
* addresses = Reference(ada-need-stairs)

Instance: ada-strength
InstanceOf: HomeFirstStrength
Usage: #example
Title: "Ada's strength"
Description: "What helps Ada towards her goals."
* meta.extension[sourceRecorded].valueInstant = "2026-11-22T18:20:00Z"
* identifier.system = "https://home-first.example/fhir/Id/local/community1"
* identifier.value = "STRENGTH-1"
* status = #final
* code = HomeFirstPlanStatementCodes#strength
* subject = Reference(Patient/ada)
* effectiveDateTime = "2026-11-22"
* valueString = "Ada has cooked for herself all her life, and her daughter comes every weekend"

Instance: ada-outcome-washing
InstanceOf: HomeFirstOutcome
Usage: #example
Title: "Ada's outcome: washing"
Description: "What came of the visits, found on one day and pointing back to the goal."
* meta.extension[sourceRecorded].valueInstant = "2026-12-11T16:00:00Z"
* identifier.system = "https://home-first.example/fhir/Id/local/community1"
* identifier.value = "OUTCOME-1"
* status = #final
* code = HomeFirstPlanStatementCodes#outcome
* subject = Reference(Patient/ada)
* basedOn = Reference(ada-plan)
* focus = Reference(ada-goal-washing)
* effectiveDateTime = "2026-12-11"
* performer = Reference(Organization/community1)
* valueString = "Washes and dresses alone; a visit in the evening is no longer needed"

Instance: ada-contingency-plan
InstanceOf: HomeFirstContingencyPlan
Usage: #example
Title: "Ada's contingency plan"
Description: "What to do when Ada's daughter, who cares for her on weekends, cannot come."
* meta.extension[sourceRecorded].valueInstant = "2026-11-22T18:25:00Z"
* identifier.system = "https://home-first.example/fhir/Id/local/community1"
* identifier.value = "PLAN-2"
* status = #active
* intent = #plan
* category[kind] = HomeFirstPlanKindCodes#contingency
* title = "If Ada's daughter cannot come"
* subject = Reference(Patient/ada)
* partOf = Reference(ada-plan)
* period.start = "2026-11-22"
* author = Reference(Organization/community1)
* activity.detail.status = #not-started
* activity.detail.description = "A third visit at noon until her daughter is back"
* activity.detail.performer = Reference(Organization/community1)
* extension[triggerFactor].valueCodeableConcept.text = "Her daughter is ill or away at a weekend"
* extension[earlyWarningSign].valueCodeableConcept.text = "Ada says that she has not eaten at noon"
* extension[whoToContact].extension[name].valueString = "Duty worker of COMMUNITY1"
* extension[whoToContact].extension[who].valueReference = Reference(Organization/community1)
* extension[whoToContact].extension[role].valueCodeableConcept.text = "Duty worker"
* extension[whoToContact].extension[telecom].valueContactPoint.system = #phone
* extension[whoToContact].extension[telecom].valueContactPoint.value = "01632 960011"
* extension[copingStrategy].extension[strategy].valueString = "Ada rings her neighbour, who has a key"
* extension[advanceStatement].extension[statement].valueCodeableConcept = $sct#816281000000101 "Has advance statement (Mental Capacity Act 2005)"
* extension[copingStrategy].extension[period].valuePeriod.start = "2026-11-22"
* extension[advanceStatement].extension[date].valueDateTime = "2024-03-01"
* extension[advanceStatement].extension[document].valueReference.display = "Advance statement, on paper"
* extension[advanceStatement].extension[recordedBy].valueReference = Reference(Organization/community1)
* extension[advanceStatement].extension[whereKept].valueString = "In the drawer of the hall table"
* extension[anticipatoryProvision][0].valueCodeableConcept.text = "A pendant alarm was fitted on 22 November"
* extension[anticipatoryProvision][1].valueReference.display = "Request for a key safe, of 20 November"
* extension[agreement].extension[agreed].valueBoolean = true
* extension[agreement].extension[with].valueReference = Reference(Patient/ada)
* extension[agreement].extension[name].valueString = "Grace Testpatient"
* extension[agreement].extension[role].valueCodeableConcept = HomeFirstPersonRoleCodes#carer "Carer"
* extension[agreement].extension[date].valueDateTime = "2026-11-22"
* extension[updated].valueDateTime = "2026-11-22"
* extension[recordedAt].valueReference = Reference(Organization/community1)

Instance: ada-meals-plan
InstanceOf: HomeFirstAdditionalSupportPlan
Usage: #example
Title: "Ada's additional support plan: meals"
Description: "A plan for one thing, in words."
* meta.extension[sourceRecorded].valueInstant = "2026-11-22T18:25:00Z"
* identifier.system = "https://home-first.example/fhir/Id/local/community1"
* identifier.value = "PLAN-3"
* status = #active
* intent = #plan
* category[kind] = HomeFirstPlanKindCodes#additional-support
* title = "Meals"
* description = "A hot meal at noon, cut small; tea with every visit"
* subject = Reference(Patient/ada)
* partOf = Reference(ada-plan)
* extension[updated].valueDateTime = "2026-11-22"
* extension[recordedAt].valueReference = Reference(Organization/community1)
* extension[review].extension[due].valueDateTime = "2026-12-11"
