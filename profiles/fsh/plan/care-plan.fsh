// The plan: what is arranged with one person, for which needs and goals.

RuleSet: AnyPlan
* insert Ours
* meta.extension contains SourceRecorded named sourceRecorded 0..1 MS
* identifier.system 1..1
* identifier.value 1..1
* status MS
* intent MS
* category MS
* title MS
* description MS
* subject only Reference(HomeFirstPatient)
* subject MS
* encounter MS
* period MS
* period ^short = "From when until when it holds: the first of its three times"
* created MS
* created ^short = "When it was first written"
* author MS
* author ^short = "Who keeps it: PRSB's person completing the record"
* contributor MS
* contributor ^short = "Who else worked on it, the person among them: PRSB's performing professional"
* activity.detail.status MS
* activity.detail.code MS
* activity.detail.description MS
* activity.detail.performer MS
* extension contains
    Agreement named agreement 0..* MS and
    PlanUpdated named updated 0..1 MS and
    PlanReview named review 0..* MS and
    RecordedAt named recordedAt 0..1

Profile: HomeFirstCarePlan
Parent: CarePlan
Id: HomeFirstCarePlan
Title: "Home First care plan"
Description: "What a Home First plan and a personalised care and support plan share: a person's needs, the goals that answer them, the actions towards each goal and what came of them (PRSB, Personalised Care and Support Plan v2.0, section Care and support plan). All can be walked by references: plan.addresses to needs, Goal.addresses from goal to need, activity.detail.goal from action to goal, outcomeReference from action and goal to outcome. An action is an activity.detail, because most actions are the person's own or a visit that nobody outside of the plan must answer for; where an organisation is asked to act, the activity refers to the HomeFirstTask or request that asks it, which has a status and an owner of its own, and R4 lets an activity have one of the two only (cpl-3). Tightened beyond R4: an action says what is done, and serves goals of this plan. What an acute or community system often lacks is warned of, not refused: the referral or spell that the plan belongs to, a goal, an action."
* insert AnyPlan
* obeys hf-plan-1 and hf-plan-2 and hf-plan-3
* category from HomeFirstPlanKind (extensible)
* addresses MS
* addresses only Reference(HomeFirstNeed or Condition)
* supportingInfo MS
* supportingInfo ^short = "The referral that it answers, strengths, About Me, assessments"
* goal MS
* goal only Reference(HomeFirstGoal)
* careTeam MS
* activity MS
* activity obeys hf-act-1
* activity.outcomeCodeableConcept MS
* activity.outcomeReference MS
* activity.outcomeReference ^short = "HomeFirstOutcome, or the contact or measurement that shows it"
* activity.reference MS
* activity.reference ^short = "The task or request by which an organisation is asked to act"
* activity.detail.kind MS
* activity.detail.goal MS
* activity.detail.goal only Reference(HomeFirstGoal)
* activity.detail.reasonReference MS
* activity.detail.scheduled[x] MS
* activity.detail.location MS
* activity.detail.extension contains
    ActionStrategy named strategy 0..* MS and
    ActionConfidence named confidence 0..1 MS and
    PlanUpdated named updated 0..1 MS and
    PlanReview named review 0..1 MS
* note MS
* extension contains FundingSource named fundingSource 0..* MS and WorkType named workType 0..*

Invariant: hf-plan-1
Description: "An action serves goals that the plan has, so that no goal is reached by a way the plan does not show"
Severity: #error
Expression: "activity.detail.goal.reference.all($this in %resource.goal.reference)"

Invariant: hf-plan-2
Description: "A plan says which referral, spell or other plan it belongs to: without it, it is in nobody's journey"
Severity: #warning
Expression: "supportingInfo.exists() or encounter.exists() or basedOn.exists() or partOf.exists()"

Invariant: hf-plan-3
Description: "An active plan has a goal and an action"
Severity: #warning
Expression: "status = 'active' implies (goal.exists() and activity.exists())"

Invariant: hf-act-1
Description: "An action says what is done: by a code, in words, or by the request that it refers to"
Severity: #error
Expression: "reference.exists() or detail.code.exists() or detail.description.exists()"
