// Plans beside the plan: what to do when something foreseen happens, and plans for one thing.

RuleSet: SidePlan(kind)
* insert AnyPlan
* category 1..*
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains kind 1..1 MS
* category[kind] = HomeFirstPlanKindCodes#{kind}
* partOf MS
* partOf only Reference(HomeFirstCarePlan or CarePlan)
* partOf ^short = "The plan that it stands beside"

Profile: HomeFirstContingencyPlan
Parent: CarePlan
Id: HomeFirstContingencyPlan
Title: "Home First contingency plan"
Description: "What is to be done, and who is to be rung, when something that was foreseen happens: a carer falls ill, the person falls again (PRSB, Personalised Care and Support Plan v2.0, Contingency/safety plans). Tightened beyond R4: at least one trigger factor, which PRSB makes mandatory, since a plan that nothing sets going helps nobody; and something to do or someone to ring. The rest is carried when known: name, early warning signs, coping, advance statement, anticipatory medicines."
* insert SidePlan(contingency)
* obeys hf-cont-1
* title ^short = "Its name; a coded name is a further category"
* addresses MS
* addresses only Reference(HomeFirstNeed or Condition)
* activity MS
* activity ^short = "What should happen"
* activity obeys hf-act-1
* extension contains
    TriggerFactor named triggerFactor 1..* MS and
    EarlyWarningSign named earlyWarningSign 0..* MS and
    WhoToContact named whoToContact 0..* MS and
    CopingStrategy named copingStrategy 0..* MS and
    AdvanceStatement named advanceStatement 0..1 MS and
    AnticipatoryProvision named anticipatoryProvision 0..* MS

Invariant: hf-cont-1
Description: "A contingency plan says what should happen or who should be contacted"
Severity: #error
Expression: "activity.exists() or description.exists() or extension.where(url = 'https://home-first.example/fhir/StructureDefinition/who-to-contact').exists()"

Profile: HomeFirstAdditionalSupportPlan
Parent: CarePlan
Id: HomeFirstAdditionalSupportPlan
Title: "Home First additional support plan"
Description: "A plan for one thing beside the care plan, such as eating and drinking, moving, or behaviour (PRSB, Personalised Care and Support Plan v2.0, Additional support plans). Tightened beyond R4: it has content, in words, in actions or as a document."
* insert SidePlan(additional-support)
* obeys hf-add-1
* supportingInfo MS

Invariant: hf-add-1
Description: "An additional support plan has content: words, actions or a document"
Severity: #error
Expression: "description.exists() or activity.exists() or supportingInfo.exists()"
