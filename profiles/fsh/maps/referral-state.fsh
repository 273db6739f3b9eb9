// Between the state of a referral and what each format says of it: FHIR, HL7 v2, BaRS, the notices, Nottinghamshire.

Instance: referral-state-to-task-status
InstanceOf: ConceptMap
Usage: #definition
Title: "State of a referral to Task status"
Description: "Task.status for each state. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(referral-state-to-task-status)
* name = "HomeFirstReferralStateToTaskStatus"
* title = "State of a referral to Task status"
* description = "Task.status for each state. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/referral-state, http://hl7.org/fhir/task-status)
* insert Row(not-told, inexact, requested, The Task is requested; that nobody was told is said beside it)
* insert Row(sent, equivalent, requested, Asked for and not confirmed)
* insert Row(system-received, equivalent, received, Received and not yet acted on)
* insert Row(under-review, wider, received, FHIR has no state between received and accepted)
* insert Row(information-requested, wider, received, What is asked for is said beside it)
* insert Same(accepted, accepted)
* insert Same(rejected, rejected)
* insert Row(redirected, wider, cancelled, With the status reason reassigned; another Task asks the other organisation)
* insert Same(in-progress, in-progress)
* insert Same(on-hold, on-hold)
* insert Same(completed, completed)
* insert Same(failed, failed)
* insert Row(withdrawn, wider, cancelled, With the reason)
* insert Same(entered-in-error, entered-in-error)

Instance: task-status-to-referral-state
InstanceOf: ConceptMap
Usage: #definition
Title: "Task status to state of a referral"
Description: "The state that a Task.status tells a sender. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(task-status-to-referral-state)
* name = "HomeFirstTaskStatusToReferralState"
* title = "Task status to state of a referral"
* description = "The state that a Task.status tells a sender. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(http://hl7.org/fhir/task-status, https://home-first.example/fhir/CodeSystem/referral-state)
* insert None(draft, Not yet asked)
* insert Row(requested, inexact, sent, Unless nobody could be told: that is not in the status)
* insert Row(received, equivalent, system-received, A person may already be looking at it)
* insert Same(accepted, accepted)
* insert Same(rejected, rejected)
* insert Row(ready, wider, accepted, [[Accepted, and what it needs is there]])
* insert None(cancelled, [[Withdrawn, reassigned or ended by death: the status reason says which]])
* insert Same(in-progress, in-progress)
* insert Same(on-hold, on-hold)
* insert Same(failed, failed)
* insert Same(completed, completed)
* insert Same(entered-in-error, entered-in-error)

Instance: referral-state-to-request-status
InstanceOf: ConceptMap
Usage: #definition
Title: "State of a referral to ServiceRequest status"
Description: "ServiceRequest.status is its sender’s: what a receiver does shows in the Task, and the request stands until its sender takes it back. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(referral-state-to-request-status)
* name = "HomeFirstReferralStateToRequestStatus"
* title = "State of a referral to ServiceRequest status"
* description = "ServiceRequest.status is its sender’s: what a receiver does shows in the Task, and the request stands until its sender takes it back. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/referral-state, http://hl7.org/fhir/request-status)
* insert Row(not-told, wider, active, The request stands)
* insert Row(sent, wider, active, The request stands)
* insert Row(system-received, wider, active, The request stands)
* insert Row(under-review, wider, active, The request stands)
* insert Row(information-requested, wider, active, The request stands)
* insert Row(accepted, wider, active, The request stands)
* insert Row(redirected, wider, active, The request stands)
* insert Row(in-progress, wider, active, The request stands)
* insert Row(rejected, inexact, active, The request stands until its sender revokes it or asks another; the notices revoke it at once)
* insert Row(on-hold, inexact, active, [[The receiver rests, the sender has suspended nothing]])
* insert Same(completed, completed)
* insert Row(failed, inexact, active, The request stands until its sender revokes it or asks another)
* insert Row(withdrawn, equivalent, revoked, Taken back by its sender)
* insert Same(entered-in-error, entered-in-error)

Instance: referral-state-to-hl7v2
InstanceOf: ConceptMap
Usage: #definition
Title: "State of a referral to HL7 v2 RF1-1"
Description: "Table 0283 of HL7 v2. There is no profile of REF for the United Kingdom; the codes A, R and E are from general knowledge. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(referral-state-to-hl7v2)
* name = "HomeFirstReferralStateToHl7v2"
* title = "State of a referral to HL7 v2 RF1-1"
* description = "Table 0283 of HL7 v2. There is no profile of REF for the United Kingdom; the codes A, R and E are from general knowledge. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/referral-state, http://terminology.hl7.org/CodeSystem/v2-0283)
* insert None(not-told, Nothing is sent)
* insert Row(sent, wider, P, Pending)
* insert Row(system-received, wider, P, Pending)
* insert Row(under-review, wider, P, Pending)
* insert Row(information-requested, wider, P, Pending)
* insert Same(accepted, A)
* insert Same(rejected, R)
* insert None(redirected, No code)
* insert Row(in-progress, wider, A, [[Accepted, and more]])
* insert Row(on-hold, wider, A, [[Accepted, and more]])
* insert None(completed, No code)
* insert None(failed, No code)
* insert None(withdrawn, No code: a cancelling message says it)
* insert None(entered-in-error, No code)

Instance: hl7v2-to-referral-state
InstanceOf: ConceptMap
Usage: #definition
Title: "HL7 v2 RF1-1 to state of a referral"
Description: "Table 0283 of HL7 v2. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(hl7v2-to-referral-state)
* name = "HomeFirstHl7v2ToReferralState"
* title = "HL7 v2 RF1-1 to state of a referral"
* description = "Table 0283 of HL7 v2. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(http://terminology.hl7.org/CodeSystem/v2-0283, https://home-first.example/fhir/CodeSystem/referral-state)
* insert Row(P, narrower, sent, From a sender: pending is everything before an answer)
* insert Same(A, accepted)
* insert Same(R, rejected)
* insert None(E, Expired: no state of ours; a referral does not end by itself)

Instance: referral-state-to-bars
InstanceOf: ConceptMap
Usage: #definition
Title: "State of a referral to BaRS"
Description: "The reason of the BaRS message by which a sender makes a state known; what a receiver does comes back as servicerequest-response, in the ServiceRequest and its Task. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(referral-state-to-bars)
* name = "HomeFirstReferralStateToBars"
* title = "State of a referral to BaRS"
* description = "The reason of the BaRS message by which a sender makes a state known; what a receiver does comes back as servicerequest-response, in the ServiceRequest and its Task. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/referral-state, https://fhir.nhs.uk/CodeSystem/message-reason-bars)
* insert None(not-told, Nothing is sent)
* insert Row(sent, equivalent, new, A new servicerequest-request)
* insert None(system-received, [[The answer to the request, over HTTP]])
* insert None(under-review, A response)
* insert None(information-requested, A response)
* insert None(accepted, A response)
* insert None(rejected, A response)
* insert None(redirected, A response)
* insert None(in-progress, A response)
* insert None(on-hold, A response)
* insert None(completed, A response)
* insert None(failed, A response)
* insert Row(withdrawn, wider, update, With ServiceRequest.status revoked)
* insert Row(entered-in-error, equivalent, delete, With ServiceRequest.status entered-in-error)

Instance: bars-to-referral-state
InstanceOf: ConceptMap
Usage: #definition
Title: "BaRS to state of a referral"
Description: "What the reason of a BaRS request says. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(bars-to-referral-state)
* name = "HomeFirstBarsToReferralState"
* title = "BaRS to state of a referral"
* description = "What the reason of a BaRS request says. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://fhir.nhs.uk/CodeSystem/message-reason-bars, https://home-first.example/fhir/CodeSystem/referral-state)
* insert Row(new, equivalent, sent, A new servicerequest-request)
* insert None(update, [[A change, or with ServiceRequest.status revoked a withdrawal]])
* insert Row(delete, equivalent, entered-in-error, With ServiceRequest.status entered-in-error)

Instance: adw-event-to-referral-state
InstanceOf: ConceptMap
Usage: #definition
Title: "Assessment, Discharge and Withdrawal notice to state of a referral"
Description: "What a notice, or the answer to one, says of a referral. 975831000000106 on a withdrawal is a known fault of the guidance: the profile of the message decides. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(adw-event-to-referral-state)
* name = "HomeFirstAdwEventToReferralState"
* title = "Assessment, Discharge and Withdrawal notice to state of a referral"
* description = "What a notice, or the answer to one, says of a referral. 975831000000106 on a withdrawal is a known fault of the guidance: the profile of the message decides. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(http://snomed.info/sct, https://home-first.example/fhir/CodeSystem/referral-state)
* insert None(895571000000108, An admission asks for nothing)
* insert Row(975701000000106, equivalent, sent, An assessment is asked for)
* insert Same(975711000000108, accepted)
* insert Same(975721000000102, rejected)
* insert None(975731000000100, [[A proposed date, not a referral]])
* insert None(975821000000109, Agrees to a date)
* insert None(975831000000106, Disagrees with a date)
* insert Row(975841000000102, equivalent, withdrawn, All notices)
* insert Row(1078011000000107, inexact, withdrawn, The assessment; a discharge notice may stand)
* insert None(975851000000104, Takes back a date only)
* insert None(1025651000000109, Accepts a withdrawal)
* insert None(1025641000000106, Does not accept a withdrawal: the referral is withdrawn all the same)

Instance: adw-status-to-referral-state
InstanceOf: ConceptMap
Usage: #definition
Title: "ReferralRequest status of a notice to state of a referral"
Description: "FHIR DSTU2 ReferralRequest.status, as the notices use it. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(adw-status-to-referral-state)
* name = "HomeFirstAdwStatusToReferralState"
* title = "ReferralRequest status of a notice to state of a referral"
* description = "FHIR DSTU2 ReferralRequest.status, as the notices use it. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(http://hl7.org/fhir/referralstatus, https://home-first.example/fhir/CodeSystem/referral-state)
* insert Row(requested, equivalent, sent, Asked for)
* insert Same(accepted, accepted)
* insert Same(rejected, rejected)
* insert Row(cancelled, equivalent, withdrawn, Taken back by its sender)

Instance: nottinghamshire-trigger-task-to-referral-state
InstanceOf: ConceptMap
Usage: #definition
Title: "Nottinghamshire trigger task to state of a referral"
Description: "Status of the hospital’s trigger task (SNOMED CT 718524000) in Nottinghamshire’s discharge-to-assess model. A flag set again is a new task. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(nottinghamshire-trigger-task-to-referral-state)
* name = "HomeFirstNottinghamshireTriggerTaskToReferralState"
* title = "Nottinghamshire trigger task to state of a referral"
* description = "Status of the hospital’s trigger task (SNOMED CT 718524000) in Nottinghamshire’s discharge-to-assess model. A flag set again is a new task. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(http://hl7.org/fhir/task-status, https://home-first.example/fhir/CodeSystem/referral-state)
* insert Row(requested, equivalent, sent, The person was flagged)
* insert Row(cancelled, equivalent, withdrawn, The flag was removed)
* insert Row(completed, inexact, completed, The person was discharged; whether the work is done is not said)

Instance: nottinghamshire-parent-task-to-referral-state
InstanceOf: ConceptMap
Usage: #definition
Title: "Nottinghamshire parent task to state of a referral"
Description: "Status of the hub’s parent task (d2a-parentTask); other states come from its child. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(nottinghamshire-parent-task-to-referral-state)
* name = "HomeFirstNottinghamshireParentTaskToReferralState"
* title = "Nottinghamshire parent task to state of a referral"
* description = "Status of the hub’s parent task (d2a-parentTask); other states come from its child. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(http://hl7.org/fhir/task-status, https://home-first.example/fhir/CodeSystem/referral-state)
* insert Row(requested, equivalent, sent, Created; its owner subscribes to it)
* insert Row(cancelled, equivalent, withdrawn, Cancelled by the hub)

Instance: nottinghamshire-child-task-to-referral-state
InstanceOf: ConceptMap
Usage: #definition
Title: "Nottinghamshire child task to state of a referral"
Description: "Status of the provider’s child task (d2a-childTask). Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(nottinghamshire-child-task-to-referral-state)
* name = "HomeFirstNottinghamshireChildTaskToReferralState"
* title = "Nottinghamshire child task to state of a referral"
* description = "Status of the provider’s child task (d2a-childTask). Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(http://hl7.org/fhir/task-status, https://home-first.example/fhir/CodeSystem/referral-state)
* insert Row(in-progress, inexact, in-progress, The status of a child when it is created; whether a person accepted is not said)
* insert Same(completed, completed)
* insert Row(rejected, equivalent, rejected, The provider’s system says that it is no longer appropriate; the hub must cancel the parent with a reason)

Instance: request-status-to-referral-state
InstanceOf: ConceptMap
Usage: #definition
Title: "ServiceRequest status to state of a referral"
Description: "What ServiceRequest.status tells of a referral: only what its sender did. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(request-status-to-referral-state)
* name = "HomeFirstRequestStatusToReferralState"
* title = "ServiceRequest status to state of a referral"
* description = "What ServiceRequest.status tells of a referral: only what its sender did. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(http://hl7.org/fhir/request-status, https://home-first.example/fhir/CodeSystem/referral-state)
* insert None(draft, Not yet asked)
* insert None(active, How far it is shows in the Task)
* insert None(on-hold, The sender suspended it: no state of ours)
* insert Row(revoked, equivalent, withdrawn, Taken back by its sender)
* insert Same(completed, completed)
* insert Same(entered-in-error, entered-in-error)
* insert None(unknown, Nothing is said)

Instance: referral-state-to-adw-event
InstanceOf: ConceptMap
Usage: #definition
Title: "State of a referral to a notice"
Description: "By which notice, or answer to one, an organisation that still uses the notices is told of a state. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(referral-state-to-adw-event)
* name = "HomeFirstReferralStateToAdwEvent"
* title = "State of a referral to a notice"
* description = "By which notice, or answer to one, an organisation that still uses the notices is told of a state. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/referral-state, http://snomed.info/sct)
* insert None(not-told, Nothing is sent)
* insert Row(sent, equivalent, 975701000000106, Assessment notice)
* insert None(system-received, No message: an acknowledgement of the transport)
* insert None(under-review, No message)
* insert None(information-requested, No message: a rejection with a text says it)
* insert Same(accepted, 975711000000108)
* insert Same(rejected, 975721000000102)
* insert None(redirected, No message)
* insert None(in-progress, No message)
* insert None(on-hold, No message)
* insert None(completed, No message)
* insert None(failed, No message)
* insert Row(withdrawn, inexact, 1078011000000107, 975841000000102 where a discharge notice was sent as well)
* insert Row(entered-in-error, wider, 975841000000102, With withdrawal reason 12)

Instance: referral-state-to-nottinghamshire-child-task
InstanceOf: ConceptMap
Usage: #definition
Title: "State of a referral to Nottinghamshire child task"
Description: "What a provider’s child task (d2a-childTask) says for a state; it has three statuses. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(referral-state-to-nottinghamshire-child-task)
* name = "HomeFirstReferralStateToNottinghamshireChildTask"
* title = "State of a referral to Nottinghamshire child task"
* description = "What a provider’s child task (d2a-childTask) says for a state; it has three statuses. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/referral-state, http://hl7.org/fhir/task-status)
* insert None(not-told, No child task yet)
* insert None(sent, No child task yet)
* insert None(system-received, No child task yet)
* insert None(under-review, No child task yet)
* insert None(information-requested, No child task yet)
* insert Row(accepted, inexact, in-progress, The status of a child when it is created)
* insert Row(rejected, equivalent, rejected, The hub must cancel the parent with a reason)
* insert Row(redirected, wider, rejected, The hub asks another)
* insert Row(in-progress, inexact, in-progress, Whether a person accepted is not said)
* insert Row(on-hold, wider, in-progress, No status of its own)
* insert Same(completed, completed)
* insert Row(failed, wider, rejected, No longer appropriate)
* insert None(withdrawn, The parent is cancelled)
* insert None(entered-in-error, The parent is cancelled)
