// Written by profiles/compiler from the definitions; nobody edits it by hand.
export const link = (function (rt) {
'use strict'
const { isBase64Binary, isBoolean, isCanonical, isCode, isDate, isDateTime, isDecimal, isId, isInstant, isInteger, isMarkdown, isOid, isPositiveInt, isString, isTime, isUnsignedInt, isUri, isUrl, isUuid, isNarrative, primitives, beside, tableOf, isJson, extensions, refers, referAll, reference, targetsOf, resource, isContainedRight, areClaimsRight, valueSet, isMember, isCodeOf, isRightCode, isKnownUri, codingSize, keepCoding, isKnownReference, isEqual, isLike, isAtLeast, isAtMost, isPrimitive, has, resolveIn, aimOf, pointsRight, oneOf, conformsToOne, sliceByText, slicesByText, sliceByCode, slicesByCode, countOf, itemOf, choiceOf, none, nothing, native } = rt
const $ = rt.fhirpath, c = rt.state, maxVisited = rt.maxVisited
function t_Address(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "use") { if (!isCodeOf(v1, v)) return false; continue }
break
case 4:
if (k === "type") { if (!isCodeOf(v2, v)) return false; continue }
if (k === "text") { if (!isString(v)) return false; continue }
if (k === "line") { if (!primitives(isString, v, o._line)) return false; continue }
if (k === "city") { if (!isString(v)) return false; continue }
break
case 5:
if (k === "state") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "period") { if (!isJson(v) || !t_Period(v, "Address.period", d + 1)) return false; continue }
break
case 7:
if (k === "country") { if (!isString(v)) return false; continue }
break
case 8:
if (k === "district") { if (!isString(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c0, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "postalCode") { if (!isString(v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u3, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Age(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "unit") { if (!isString(v)) return false; continue }
if (k === "code") { if (!isCode(v)) return false; continue }
break
case 5:
if (k === "value") { if (!isDecimal(v)) return false; continue }
break
case 6:
if (k === "system") { if (!isUri(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c4, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "comparator") { if (!isCodeOf(v5, v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u6, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i0(o, undefined, c)) return false
if (!i1(o, undefined, c)) return false
return true
}
function t_AllergyIntolerance(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "AllergyIntolerance.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "AllergyIntolerance.text", d + 1)) return false; continue }
if (k === "type") { if (!isCodeOf(v11, v)) return false; continue }
if (k === "code") { if (!isJson(v) || !t_CodeableConcept(v, "AllergyIntolerance.code", d + 1)) return false; continue }
if (k === "note") { if (!l18(v, "AllergyIntolerance.note", d + 1)) return false; continue }
break
case 7:
if (k === "patient") { if (!refers(v, "AllergyIntolerance.patient", d + 1, g14)) return false; s0 |= 1; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "category") { if (!primitives(isCode, v, o._category)) return false; for (let i = 0; i < v.length; i++) { const e = v[i]; if (e !== null && e !== undefined) { if (!(isMember(v12, e, "code") !== false)) return false; } } continue }
if (k === "onsetAge") { if (!isJson(v) || !t_Age(v, "AllergyIntolerance.onset", d + 1)) return false; if (h0 !== '' && h0 !== "onsetAge") return false; h0 = "onsetAge"; continue }
if (k === "recorder") { if (!refers(v, "AllergyIntolerance.recorder", d + 1, g16)) return false; continue }
if (k === "asserter") { if (!refers(v, "AllergyIntolerance.asserter", d + 1, g17)) return false; continue }
if (k === "reaction") { if (!l19(v, "AllergyIntolerance.reaction", d + 1)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c7, p, o, d + 1)) return false; continue }
if (k === "encounter") { if (!refers(v, "AllergyIntolerance.encounter", d + 1, g15)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "AllergyIntolerance.identifier", d + 1)) return false; continue }
if (k === "onsetRange") { if (!isJson(v) || !t_Range(v, "AllergyIntolerance.onset", d + 1)) return false; if (h0 !== '' && h0 !== "onsetRange") return false; h0 = "onsetRange"; continue }
break
case 11:
if (k === "criticality") { if (!isCodeOf(v13, v)) return false; continue }
if (k === "onsetPeriod") { if (!isJson(v) || !t_Period(v, "AllergyIntolerance.onset", d + 1)) return false; if (h0 !== '' && h0 !== "onsetPeriod") return false; h0 = "onsetPeriod"; continue }
if (k === "onsetString") { if (!isString(v)) return false; if (h0 !== '' && h0 !== "onsetString") return false; h0 = "onsetString"; continue }
break
case 12:
if (k === "recordedDate") { if (!isDateTime(v)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "onsetDateTime") { if (!isDateTime(v)) return false; if (h0 !== '' && h0 !== "onsetDateTime") return false; h0 = "onsetDateTime"; continue }
break
case 14:
if (k === "clinicalStatus") { if (!isJson(v) || !t_CodeableConcept(v, "AllergyIntolerance.clinicalStatus", d + 1)) return false; if (!(isMember(v9, v, "CodeableConcept") !== false)) return false; continue }
if (k === "lastOccurrence") { if (!isDateTime(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c7, p, o, d + 1)) return false; continue }
break
case 18:
if (k === "verificationStatus") { if (!isJson(v) || !t_CodeableConcept(v, "AllergyIntolerance.verificationStatus", d + 1)) return false; if (!(isMember(v10, v, "CodeableConcept") !== false)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u20, k, v, o, d + 1)) return false
if (k === "_onsetDateTime") { if (h0 !== '' && h0 !== "onsetDateTime") return false; h0 = "onsetDateTime"; }
if (k === "_onsetString") { if (h0 !== '' && h0 !== "onsetString") return false; h0 = "onsetString"; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if (!i2(o, undefined, c)) return false
if (!i3(o, undefined, c)) return false
if (o.contained !== undefined && !i4(o, undefined, c)) return false
if (o.contained !== undefined && !i5(o, undefined, c)) return false
if (o.contained !== undefined && !i6(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "AllergyIntolerance")) return false
return true
}
function t_AllergyIntolerance_reaction(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "note") { if (!l18(v, "AllergyIntolerance.reaction.note", d + 1)) return false; continue }
break
case 5:
if (k === "onset") { if (!isDateTime(v)) return false; continue }
break
case 8:
if (k === "severity") { if (!isCodeOf(v23, v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c21, p, o, d + 1)) return false; continue }
if (k === "substance") { if (!isJson(v) || !t_CodeableConcept(v, "AllergyIntolerance.reaction.substance", d + 1)) return false; continue }
break
case 11:
if (k === "description") { if (!isString(v)) return false; continue }
break
case 13:
if (k === "manifestation") { if (!l22(v, "AllergyIntolerance.reaction.manifestation", d + 1)) return false; s0 |= 1; continue }
if (k === "exposureRoute") { if (!isJson(v) || !t_CodeableConcept(v, "AllergyIntolerance.reaction.exposureRoute", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c21, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u24, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Annotation(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "time") { if (!isDateTime(v)) return false; continue }
if (k === "text") { if (!isMarkdown(v)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c25, p, o, d + 1)) return false; continue }
break
case 12:
if (k === "authorString") { if (!isString(v)) return false; if (h0 !== '' && h0 !== "authorString") return false; h0 = "authorString"; continue }
break
case 15:
if (k === "authorReference") { if (!refers(v, "Annotation.author", d + 1, g26)) return false; if (h0 !== '' && h0 !== "authorReference") return false; h0 = "authorReference"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u27, k, v, o, d + 1)) return false
if (k === "_authorString") { if (h0 !== '' && h0 !== "authorString") return false; h0 = "authorString"; }
if (k === "_text") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Appointment(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 3:
if (k === "end") { if (!isInstant(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Appointment.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Appointment.text", d + 1)) return false; continue }
if (k === "slot") { if (!referAll(v, "Appointment.slot", d + 1, g31)) return false; continue }
break
case 5:
if (k === "start") { if (!isInstant(v)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v29, v)) return false; s0 |= 1; continue }
break
case 7:
if (k === "created") { if (!isDateTime(v)) return false; continue }
if (k === "comment") { if (!isString(v)) return false; continue }
if (k === "basedOn") { if (!referAll(v, "Appointment.basedOn", d + 1, g32)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "priority") { if (!isUnsignedInt(v)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c28, p, o, d + 1)) return false; continue }
if (k === "specialty") { if (!l22(v, "Appointment.specialty", d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Appointment.identifier", d + 1)) return false; continue }
if (k === "reasonCode") { if (!l22(v, "Appointment.reasonCode", d + 1)) return false; continue }
break
case 11:
if (k === "serviceType") { if (!l22(v, "Appointment.serviceType", d + 1)) return false; continue }
if (k === "description") { if (!isString(v)) return false; continue }
if (k === "participant") { if (!l33(v, "Appointment.participant", d + 1)) return false; s0 |= 2; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 15:
if (k === "serviceCategory") { if (!l22(v, "Appointment.serviceCategory", d + 1)) return false; continue }
if (k === "appointmentType") { if (!isJson(v) || !t_CodeableConcept(v, "Appointment.appointmentType", d + 1)) return false; continue }
if (k === "reasonReference") { if (!referAll(v, "Appointment.reasonReference", d + 1, g30)) return false; continue }
if (k === "minutesDuration") { if (!isPositiveInt(v)) return false; continue }
if (k === "requestedPeriod") { if (!l34(v, "Appointment.requestedPeriod", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c28, p, o, d + 1)) return false; continue }
if (k === "cancelationReason") { if (!isJson(v) || !t_CodeableConcept(v, "Appointment.cancelationReason", d + 1)) return false; continue }
break
case 18:
if (k === "patientInstruction") { if (!isString(v)) return false; continue }
break
case 21:
if (k === "supportingInformation") { if (!referAll(v, "Appointment.supportingInformation", d + 1, undefined)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u35, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if (!i7(o, undefined, c)) return false
if (!i8(o, undefined, c)) return false
if (!i9(o, undefined, c)) return false
if (o.contained !== undefined && !i10(o, undefined, c)) return false
if (o.contained !== undefined && !i11(o, undefined, c)) return false
if (o.contained !== undefined && !i12(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Appointment")) return false
return true
}
function t_Appointment_participant(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "type") { if (!l22(v, "Appointment.participant.type", d + 1)) return false; continue }
break
case 5:
if (k === "actor") { if (!refers(v, "Appointment.participant.actor", d + 1, g37)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v39, v)) return false; s0 |= 1; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "Appointment.participant.period", d + 1)) return false; continue }
break
case 8:
if (k === "required") { if (!isCodeOf(v38, v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c36, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c36, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u40, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if (!i13(o, undefined, c)) return false
return true
}
function t_Attachment(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { if (!isUrl(v)) return false; continue }
break
case 4:
if (k === "data") { if (!isBase64Binary(v)) return false; continue }
if (k === "size") { if (!isUnsignedInt(v)) return false; continue }
if (k === "hash") { if (!isBase64Binary(v)) return false; continue }
break
case 5:
if (k === "title") { if (!isString(v)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "creation") { if (!isDateTime(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c41, p, o, d + 1)) return false; continue }
break
case 11:
if (k === "contentType") { if (!isCodeOf(v42, v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u43, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i14(o, undefined, c)) return false
return true
}
function t_AuditEvent(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "AuditEvent.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "AuditEvent.text", d + 1)) return false; continue }
if (k === "type") { if (!isJson(v) || !t_Coding(v, "AuditEvent.type", d + 1)) return false; s0 |= 1; continue }
break
case 5:
if (k === "agent") { if (!l48(v, "AuditEvent.agent", d + 1)) return false; s0 |= 4; continue }
break
case 6:
if (k === "action") { if (!isCodeOf(v46, v)) return false; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "AuditEvent.period", d + 1)) return false; continue }
if (k === "source") { if (!isJson(v) || !t_AuditEvent_source(v, "AuditEvent.source", d + 1)) return false; s0 |= 8; continue }
if (k === "entity") { if (!l49(v, "AuditEvent.entity", d + 1)) return false; continue }
break
case 7:
if (k === "subtype") { if (!l45(v, "AuditEvent.subtype", d + 1)) return false; continue }
if (k === "outcome") { if (!isCodeOf(v47, v)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "recorded") { if (!isInstant(v)) return false; s0 |= 2; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c44, p, o, d + 1)) return false; continue }
break
case 11:
if (k === "outcomeDesc") { if (!isString(v)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 14:
if (k === "purposeOfEvent") { if (!l22(v, "AuditEvent.purposeOfEvent", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c44, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u50, k, v, o, d + 1)) return false
if (k === "_recorded") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 15) return false
c.visited += n
if (o.contained !== undefined && !i15(o, undefined, c)) return false
if (o.contained !== undefined && !i16(o, undefined, c)) return false
if (o.contained !== undefined && !i17(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "AuditEvent")) return false
return true
}
function t_AuditEvent_agent(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "who") { if (!refers(v, "AuditEvent.agent.who", d + 1, g52)) return false; continue }
break
case 4:
if (k === "type") { if (!isJson(v) || !t_CodeableConcept(v, "AuditEvent.agent.type", d + 1)) return false; continue }
if (k === "role") { if (!l22(v, "AuditEvent.agent.role", d + 1)) return false; continue }
if (k === "name") { if (!isString(v)) return false; continue }
break
case 5:
if (k === "altId") { if (!isString(v)) return false; continue }
if (k === "media") { if (!isJson(v) || !t_Coding(v, "AuditEvent.agent.media", d + 1)) return false; continue }
break
case 6:
if (k === "policy") { if (!primitives(isUri, v, o._policy)) return false; continue }
break
case 7:
if (k === "network") { if (!isJson(v) || !t_AuditEvent_agent_network(v, "AuditEvent.agent.network", d + 1)) return false; continue }
break
case 8:
if (k === "location") { if (!refers(v, "AuditEvent.agent.location", d + 1, g53)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c51, p, o, d + 1)) return false; continue }
if (k === "requestor") { if (!isBoolean(v)) return false; s0 |= 1; continue }
break
case 12:
if (k === "purposeOfUse") { if (!l22(v, "AuditEvent.agent.purposeOfUse", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c51, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u54, k, v, o, d + 1)) return false
if (k === "_requestor") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_AuditEvent_agent_network(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "type") { if (!isCodeOf(v56, v)) return false; continue }
break
case 7:
if (k === "address") { if (!isString(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c55, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c55, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u57, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_AuditEvent_source(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "site") { if (!isString(v)) return false; continue }
if (k === "type") { if (!l45(v, "AuditEvent.source.type", d + 1)) return false; continue }
break
case 8:
if (k === "observer") { if (!refers(v, "AuditEvent.source.observer", d + 1, g52)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c58, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c58, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u59, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_AuditEvent_entity(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "what") { if (!refers(v, "AuditEvent.entity.what", d + 1, undefined)) return false; continue }
if (k === "type") { if (!isJson(v) || !t_Coding(v, "AuditEvent.entity.type", d + 1)) return false; continue }
if (k === "role") { if (!isJson(v) || !t_Coding(v, "AuditEvent.entity.role", d + 1)) return false; continue }
if (k === "name") { if (!isString(v)) return false; continue }
break
case 5:
if (k === "query") { if (!isBase64Binary(v)) return false; continue }
break
case 6:
if (k === "detail") { if (!l61(v, "AuditEvent.entity.detail", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c60, p, o, d + 1)) return false; continue }
if (k === "lifecycle") { if (!isJson(v) || !t_Coding(v, "AuditEvent.entity.lifecycle", d + 1)) return false; continue }
break
case 11:
if (k === "description") { if (!isString(v)) return false; continue }
break
case 13:
if (k === "securityLabel") { if (!l45(v, "AuditEvent.entity.securityLabel", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c60, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u62, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i18(o, undefined, c)) return false
return true
}
function t_AuditEvent_entity_detail(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "type") { if (!isString(v)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c63, p, o, d + 1)) return false; continue }
break
case 11:
if (k === "valueString") { if (!isString(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c63, p, o, d + 1)) return false; continue }
if (k === "valueBase64Binary") { if (!isBase64Binary(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueBase64Binary") return false; h0 = "valueBase64Binary"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u64, k, v, o, d + 1)) return false
if (k === "_type") { s0 |= 1; }
if (k === "_valueString") { s0 |= 2; if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; }
if (k === "_valueBase64Binary") { s0 |= 2; if (h0 !== '' && h0 !== "valueBase64Binary") return false; h0 = "valueBase64Binary"; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_BackboneElement(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c65, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c65, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u66, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Binary(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Binary.meta", d + 1)) return false; continue }
if (k === "data") { if (!isBase64Binary(v)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
break
case 11:
if (k === "contentType") { if (!isCodeOf(v42, v)) return false; s0 |= 1; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 15:
if (k === "securityContext") { if (!refers(v, "Binary.securityContext", d + 1, undefined)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u67, k, v, o, d + 1)) return false
if (k === "_contentType") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Binary")) return false
return true
}
function t_Bundle(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Bundle.meta", d + 1)) return false; continue }
if (k === "type") { if (!isCodeOf(v68, v)) return false; s0 |= 1; continue }
if (k === "link") { if (!l69(v, "Bundle.link", d + 1)) return false; continue }
break
case 5:
if (k === "total") { if (!isUnsignedInt(v)) return false; continue }
if (k === "entry") { if (!l70(v, "Bundle.entry", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
break
case 9:
if (k === "timestamp") { if (!isInstant(v)) return false; continue }
if (k === "signature") { if (!isJson(v) || !t_Signature(v, "Bundle.signature", d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!isJson(v) || !t_Identifier(v, "Bundle.identifier", d + 1)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u71, k, v, o, d + 1)) return false
if (k === "_type") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if (!i19(o, undefined, c)) return false
if (!i20(o, undefined, c)) return false
if (!i21(o, undefined, c)) return false
if (!i22(o, undefined, c)) return false
if (!i23(o, undefined, c)) return false
if (!i24(o, undefined, c)) return false
if (!i25(o, undefined, c)) return false
if (!i26(o, undefined, c)) return false
if (!i27(o, undefined, c)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Bundle")) return false
return true
}
function t_Bundle_link(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { if (!isUri(v)) return false; s0 |= 2; continue }
break
case 8:
if (k === "relation") { if (!isString(v)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c72, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c72, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u73, k, v, o, d + 1)) return false
if (k === "_relation") { s0 |= 1; }
if (k === "_url") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Bundle_entry(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
const outer = c.fullUrl; c.fullUrl = typeof o.fullUrl === 'string' ? o.fullUrl : ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "link") { if (!l69(v, "Bundle.entry.link", d + 1)) return false; continue }
break
case 6:
if (k === "search") { if (!isJson(v) || !t_Bundle_entry_search(v, "Bundle.entry.search", d + 1)) return false; continue }
break
case 7:
if (k === "fullUrl") { if (!isUri(v)) return false; continue }
if (k === "request") { if (!isJson(v) || !t_Bundle_entry_request(v, "Bundle.entry.request", d + 1)) return false; continue }
break
case 8:
if (k === "resource") { if (!isJson(v) || !resource(v, d + 1, false)) return false; continue }
if (k === "response") { if (!isJson(v) || !t_Bundle_entry_response(v, "Bundle.entry.response", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c74, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c74, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u75, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
c.fullUrl = outer
if (!i28(o, undefined, c)) return false
if (!i29(o, undefined, c)) return false
return true
}
function t_Bundle_entry_search(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "mode") { if (!isCodeOf(v77, v)) return false; continue }
break
case 5:
if (k === "score") { if (!isDecimal(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c76, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c76, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u78, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Bundle_entry_request(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { if (!isUri(v)) return false; s0 |= 2; continue }
break
case 6:
if (k === "method") { if (!isCodeOf(v80, v)) return false; s0 |= 1; continue }
break
case 7:
if (k === "ifMatch") { if (!isString(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c79, p, o, d + 1)) return false; continue }
break
case 11:
if (k === "ifNoneMatch") { if (!isString(v)) return false; continue }
if (k === "ifNoneExist") { if (!isString(v)) return false; continue }
break
case 15:
if (k === "ifModifiedSince") { if (!isInstant(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c79, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u81, k, v, o, d + 1)) return false
if (k === "_method") { s0 |= 1; }
if (k === "_url") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Bundle_entry_response(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "etag") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "status") { if (!isString(v)) return false; s0 |= 1; continue }
break
case 7:
if (k === "outcome") { if (!isJson(v) || !resource(v, d + 1, false)) return false; continue }
break
case 8:
if (k === "location") { if (!isUri(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c82, p, o, d + 1)) return false; continue }
break
case 12:
if (k === "lastModified") { if (!isInstant(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c82, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u83, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_CapabilityStatement(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 3:
if (k === "url") { if (!isUri(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "CapabilityStatement.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "CapabilityStatement.text", d + 1)) return false; continue }
if (k === "name") { if (!isString(v)) return false; continue }
if (k === "date") { if (!isDateTime(v)) return false; s0 |= 2; continue }
if (k === "kind") { if (!isCodeOf(v88, v)) return false; s0 |= 4; continue }
if (k === "rest") { if (!l91(v, "CapabilityStatement.rest", d + 1)) return false; continue }
break
case 5:
if (k === "title") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v85, v)) return false; s0 |= 1; continue }
if (k === "format") { if (!primitives(isCode, v, o._format)) return false; for (let i = 0; i < v.length; i++) { const e = v[i]; if (e !== null && e !== undefined) { if (!(isMember(v90, e, "code") !== false)) return false; } } s0 |= 16; continue }
break
case 7:
if (k === "version") { if (!isString(v)) return false; continue }
if (k === "contact") { if (!l86(v, "CapabilityStatement.contact", d + 1)) return false; continue }
if (k === "purpose") { if (!isMarkdown(v)) return false; continue }
if (k === "imports") { if (!primitives(isCanonical, v, o._imports)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "software") { if (!isJson(v) || !t_CapabilityStatement_software(v, "CapabilityStatement.software", d + 1)) return false; continue }
if (k === "document") { if (!l93(v, "CapabilityStatement.document", d + 1)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c84, p, o, d + 1)) return false; continue }
if (k === "publisher") { if (!isString(v)) return false; continue }
if (k === "copyright") { if (!isMarkdown(v)) return false; continue }
if (k === "messaging") { if (!l92(v, "CapabilityStatement.messaging", d + 1)) return false; continue }
break
case 10:
if (k === "useContext") { if (!l87(v, "CapabilityStatement.useContext", d + 1)) return false; continue }
break
case 11:
if (k === "description") { if (!isMarkdown(v)) return false; continue }
if (k === "fhirVersion") { if (!isCodeOf(v89, v)) return false; s0 |= 8; continue }
if (k === "patchFormat") { if (!primitives(isCode, v, o._patchFormat)) return false; for (let i = 0; i < v.length; i++) { const e = v[i]; if (e !== null && e !== undefined) { if (!(isMember(v42, e, "code") !== false)) return false; } } continue }
break
case 12:
if (k === "experimental") { if (!isBoolean(v)) return false; continue }
if (k === "jurisdiction") { if (!l22(v, "CapabilityStatement.jurisdiction", d + 1)) return false; continue }
if (k === "instantiates") { if (!primitives(isCanonical, v, o._instantiates)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 14:
if (k === "implementation") { if (!isJson(v) || !t_CapabilityStatement_implementation(v, "CapabilityStatement.implementation", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c84, p, o, d + 1)) return false; continue }
break
case 19:
if (k === "implementationGuide") { if (!primitives(isCanonical, v, o._implementationGuide)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u94, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
if (k === "_date") { s0 |= 2; }
if (k === "_kind") { s0 |= 4; }
if (k === "_fhirVersion") { s0 |= 8; }
if (k === "_format") { s0 |= 16; }
continue
}
return false
}
if (n === 0 || s0 !== 31) return false
c.visited += n
if (!i30(o, undefined, c)) return false
if (!i31(o, undefined, c)) return false
if (!i32(o, undefined, c)) return false
if (!i33(o, undefined, c)) return false
if (!i34(o, undefined, c)) return false
if (!i35(o, undefined, c)) return false
if (!i36(o, undefined, c)) return false
if (o.contained !== undefined && !i37(o, undefined, c)) return false
if (o.contained !== undefined && !i38(o, undefined, c)) return false
if (o.contained !== undefined && !i39(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "CapabilityStatement")) return false
return true
}
function t_CapabilityStatement_software(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "name") { if (!isString(v)) return false; s0 |= 1; continue }
break
case 7:
if (k === "version") { if (!isString(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c95, p, o, d + 1)) return false; continue }
break
case 11:
if (k === "releaseDate") { if (!isDateTime(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c95, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u96, k, v, o, d + 1)) return false
if (k === "_name") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_CapabilityStatement_implementation(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { if (!isUrl(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c97, p, o, d + 1)) return false; continue }
if (k === "custodian") { if (!refers(v, "CapabilityStatement.implementation.custodian", d + 1, g98)) return false; continue }
break
case 11:
if (k === "description") { if (!isString(v)) return false; s0 |= 1; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c97, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u99, k, v, o, d + 1)) return false
if (k === "_description") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_CapabilityStatement_rest(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "mode") { if (!isCodeOf(v101, v)) return false; s0 |= 1; continue }
break
case 8:
if (k === "security") { if (!isJson(v) || !t_CapabilityStatement_rest_security(v, "CapabilityStatement.rest.security", d + 1)) return false; continue }
if (k === "resource") { if (!l102(v, "CapabilityStatement.rest.resource", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c100, p, o, d + 1)) return false; continue }
if (k === "operation") { if (!l105(v, "CapabilityStatement.rest.operation", d + 1)) return false; continue }
break
case 11:
if (k === "interaction") { if (!l103(v, "CapabilityStatement.rest.interaction", d + 1)) return false; continue }
if (k === "searchParam") { if (!l104(v, "CapabilityStatement.rest.searchParam", d + 1)) return false; continue }
if (k === "compartment") { if (!primitives(isCanonical, v, o._compartment)) return false; continue }
break
case 13:
if (k === "documentation") { if (!isMarkdown(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c100, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u106, k, v, o, d + 1)) return false
if (k === "_mode") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if (!i40(o, undefined, c)) return false
return true
}
function t_CapabilityStatement_rest_security(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "cors") { if (!isBoolean(v)) return false; continue }
break
case 7:
if (k === "service") { if (!l22(v, "CapabilityStatement.rest.security.service", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c107, p, o, d + 1)) return false; continue }
break
case 11:
if (k === "description") { if (!isMarkdown(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c107, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u108, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_CapabilityStatement_rest_resource(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "type") { if (!isCodeOf(v110, v)) return false; s0 |= 1; continue }
break
case 7:
if (k === "profile") { if (!isCanonical(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c109, p, o, d + 1)) return false; continue }
if (k === "operation") { if (!l105(v, "CapabilityStatement.rest.resource.operation", d + 1)) return false; continue }
break
case 10:
if (k === "versioning") { if (!isCodeOf(v112, v)) return false; continue }
break
case 11:
if (k === "interaction") { if (!l111(v, "CapabilityStatement.rest.resource.interaction", d + 1)) return false; continue }
if (k === "readHistory") { if (!isBoolean(v)) return false; continue }
if (k === "searchParam") { if (!l104(v, "CapabilityStatement.rest.resource.searchParam", d + 1)) return false; continue }
break
case 12:
if (k === "updateCreate") { if (!isBoolean(v)) return false; continue }
break
case 13:
if (k === "documentation") { if (!isMarkdown(v)) return false; continue }
if (k === "searchInclude") { if (!primitives(isString, v, o._searchInclude)) return false; continue }
break
case 15:
if (k === "conditionalRead") { if (!isCodeOf(v113, v)) return false; continue }
if (k === "referencePolicy") { if (!primitives(isCode, v, o._referencePolicy)) return false; for (let i = 0; i < v.length; i++) { const e = v[i]; if (e !== null && e !== undefined) { if (!(isMember(v115, e, "code") !== false)) return false; } } continue }
break
case 16:
if (k === "supportedProfile") { if (!primitives(isCanonical, v, o._supportedProfile)) return false; continue }
if (k === "searchRevInclude") { if (!primitives(isString, v, o._searchRevInclude)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c109, p, o, d + 1)) return false; continue }
if (k === "conditionalCreate") { if (!isBoolean(v)) return false; continue }
if (k === "conditionalUpdate") { if (!isBoolean(v)) return false; continue }
if (k === "conditionalDelete") { if (!isCodeOf(v114, v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u116, k, v, o, d + 1)) return false
if (k === "_type") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if (!i41(o, undefined, c)) return false
return true
}
function t_CapabilityStatement_rest_resource_interaction(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "code") { if (!isCodeOf(v118, v)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c117, p, o, d + 1)) return false; continue }
break
case 13:
if (k === "documentation") { if (!isMarkdown(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c117, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u119, k, v, o, d + 1)) return false
if (k === "_code") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_CapabilityStatement_rest_resource_searchParam(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "name") { if (!isString(v)) return false; s0 |= 1; continue }
if (k === "type") { if (!isCodeOf(v121, v)) return false; s0 |= 2; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c120, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "definition") { if (!isCanonical(v)) return false; continue }
break
case 13:
if (k === "documentation") { if (!isMarkdown(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c120, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u122, k, v, o, d + 1)) return false
if (k === "_name") { s0 |= 1; }
if (k === "_type") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_CapabilityStatement_rest_resource_operation(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "name") { if (!isString(v)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c123, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "definition") { if (!isCanonical(v)) return false; s0 |= 2; continue }
break
case 13:
if (k === "documentation") { if (!isMarkdown(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c123, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u124, k, v, o, d + 1)) return false
if (k === "_name") { s0 |= 1; }
if (k === "_definition") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_CapabilityStatement_rest_interaction(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "code") { if (!isCodeOf(v126, v)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c125, p, o, d + 1)) return false; continue }
break
case 13:
if (k === "documentation") { if (!isMarkdown(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c125, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u127, k, v, o, d + 1)) return false
if (k === "_code") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_CapabilityStatement_messaging(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 8:
if (k === "endpoint") { if (!l129(v, "CapabilityStatement.messaging.endpoint", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c128, p, o, d + 1)) return false; continue }
break
case 13:
if (k === "reliableCache") { if (!isUnsignedInt(v)) return false; continue }
if (k === "documentation") { if (!isMarkdown(v)) return false; continue }
break
case 16:
if (k === "supportedMessage") { if (!l130(v, "CapabilityStatement.messaging.supportedMessage", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c128, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u131, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_CapabilityStatement_messaging_endpoint(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 7:
if (k === "address") { if (!isUrl(v)) return false; s0 |= 2; continue }
break
case 8:
if (k === "protocol") { if (!isJson(v) || !t_Coding(v, "CapabilityStatement.messaging.endpoint.protocol", d + 1)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c132, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c132, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u133, k, v, o, d + 1)) return false
if (k === "_address") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_CapabilityStatement_messaging_supportedMessage(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "mode") { if (!isCodeOf(v135, v)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c134, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "definition") { if (!isCanonical(v)) return false; s0 |= 2; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c134, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u136, k, v, o, d + 1)) return false
if (k === "_mode") { s0 |= 1; }
if (k === "_definition") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_CapabilityStatement_document(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "mode") { if (!isCodeOf(v138, v)) return false; s0 |= 1; continue }
break
case 7:
if (k === "profile") { if (!isCanonical(v)) return false; s0 |= 2; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c137, p, o, d + 1)) return false; continue }
break
case 13:
if (k === "documentation") { if (!isMarkdown(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c137, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u139, k, v, o, d + 1)) return false
if (k === "_mode") { s0 |= 1; }
if (k === "_profile") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_CarePlan(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "CarePlan.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "CarePlan.text", d + 1)) return false; continue }
if (k === "goal") { if (!referAll(v, "CarePlan.goal", d + 1, g148)) return false; continue }
if (k === "note") { if (!l18(v, "CarePlan.note", d + 1)) return false; continue }
break
case 5:
if (k === "title") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "partOf") { if (!referAll(v, "CarePlan.partOf", d + 1, g141)) return false; continue }
if (k === "status") { if (!isCodeOf(v142, v)) return false; s0 |= 1; continue }
if (k === "intent") { if (!isCodeOf(v143, v)) return false; s0 |= 2; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "CarePlan.period", d + 1)) return false; continue }
if (k === "author") { if (!refers(v, "CarePlan.author", d + 1, g145)) return false; continue }
break
case 7:
if (k === "basedOn") { if (!referAll(v, "CarePlan.basedOn", d + 1, g141)) return false; continue }
if (k === "subject") { if (!refers(v, "CarePlan.subject", d + 1, g144)) return false; s0 |= 4; continue }
if (k === "created") { if (!isDateTime(v)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "replaces") { if (!referAll(v, "CarePlan.replaces", d + 1, g141)) return false; continue }
if (k === "category") { if (!l22(v, "CarePlan.category", d + 1)) return false; continue }
if (k === "careTeam") { if (!referAll(v, "CarePlan.careTeam", d + 1, g146)) return false; continue }
if (k === "activity") { if (!l149(v, "CarePlan.activity", d + 1)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c140, p, o, d + 1)) return false; continue }
if (k === "encounter") { if (!refers(v, "CarePlan.encounter", d + 1, g15)) return false; continue }
if (k === "addresses") { if (!referAll(v, "CarePlan.addresses", d + 1, g147)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "CarePlan.identifier", d + 1)) return false; continue }
break
case 11:
if (k === "description") { if (!isString(v)) return false; continue }
if (k === "contributor") { if (!referAll(v, "CarePlan.contributor", d + 1, g145)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 14:
if (k === "supportingInfo") { if (!referAll(v, "CarePlan.supportingInfo", d + 1, undefined)) return false; continue }
break
case 15:
if (k === "instantiatesUri") { if (!primitives(isUri, v, o._instantiatesUri)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c140, p, o, d + 1)) return false; continue }
break
case 21:
if (k === "instantiatesCanonical") { if (!primitives(isCanonical, v, o._instantiatesCanonical)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u150, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
if (k === "_intent") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 7) return false
c.visited += n
if (o.contained !== undefined && !i42(o, undefined, c)) return false
if (o.contained !== undefined && !i43(o, undefined, c)) return false
if (o.contained !== undefined && !i44(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "CarePlan")) return false
return true
}
function t_CarePlan_activity(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "detail") { if (!isJson(v) || !t_CarePlan_activity_detail(v, "CarePlan.activity.detail", d + 1)) return false; continue }
break
case 8:
if (k === "progress") { if (!l18(v, "CarePlan.activity.progress", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c151, p, o, d + 1)) return false; continue }
if (k === "reference") { if (!refers(v, "CarePlan.activity.reference", d + 1, g152)) return false; continue }
break
case 16:
if (k === "outcomeReference") { if (!referAll(v, "CarePlan.activity.outcomeReference", d + 1, undefined)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c151, p, o, d + 1)) return false; continue }
break
case 22:
if (k === "outcomeCodeableConcept") { if (!l22(v, "CarePlan.activity.outcomeCodeableConcept", d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u153, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i45(o, undefined, c)) return false
return true
}
function t_CarePlan_activity_detail(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', h1 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "kind") { if (!isCodeOf(v155, v)) return false; continue }
if (k === "code") { if (!isJson(v) || !t_CodeableConcept(v, "CarePlan.activity.detail.code", d + 1)) return false; continue }
if (k === "goal") { if (!referAll(v, "CarePlan.activity.detail.goal", d + 1, g148)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v157, v)) return false; s0 |= 1; continue }
break
case 8:
if (k === "location") { if (!refers(v, "CarePlan.activity.detail.location", d + 1, g53)) return false; continue }
if (k === "quantity") { if (!isJson(v) || !t_Quantity(v, "CarePlan.activity.detail.quantity", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c154, p, o, d + 1)) return false; continue }
if (k === "performer") { if (!referAll(v, "CarePlan.activity.detail.performer", d + 1, g158)) return false; continue }
break
case 10:
if (k === "reasonCode") { if (!l22(v, "CarePlan.activity.detail.reasonCode", d + 1)) return false; continue }
break
case 11:
if (k === "dailyAmount") { if (!isJson(v) || !t_Quantity(v, "CarePlan.activity.detail.dailyAmount", d + 1)) return false; continue }
if (k === "description") { if (!isString(v)) return false; continue }
break
case 12:
if (k === "statusReason") { if (!isJson(v) || !t_CodeableConcept(v, "CarePlan.activity.detail.statusReason", d + 1)) return false; continue }
if (k === "doNotPerform") { if (!isBoolean(v)) return false; continue }
break
case 15:
if (k === "instantiatesUri") { if (!primitives(isUri, v, o._instantiatesUri)) return false; continue }
if (k === "reasonReference") { if (!referAll(v, "CarePlan.activity.detail.reasonReference", d + 1, g156)) return false; continue }
if (k === "scheduledTiming") { if (!isJson(v) || !t_Timing(v, "CarePlan.activity.detail.scheduled", d + 1)) return false; if (h0 !== '' && h0 !== "scheduledTiming") return false; h0 = "scheduledTiming"; continue }
if (k === "scheduledPeriod") { if (!isJson(v) || !t_Period(v, "CarePlan.activity.detail.scheduled", d + 1)) return false; if (h0 !== '' && h0 !== "scheduledPeriod") return false; h0 = "scheduledPeriod"; continue }
if (k === "scheduledString") { if (!isString(v)) return false; if (h0 !== '' && h0 !== "scheduledString") return false; h0 = "scheduledString"; continue }
break
case 16:
if (k === "productReference") { if (!refers(v, "CarePlan.activity.detail.product", d + 1, g159)) return false; if (h1 !== '' && h1 !== "productReference") return false; h1 = "productReference"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c154, p, o, d + 1)) return false; continue }
break
case 21:
if (k === "instantiatesCanonical") { if (!primitives(isCanonical, v, o._instantiatesCanonical)) return false; continue }
break
case 22:
if (k === "productCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "CarePlan.activity.detail.product", d + 1)) return false; if (h1 !== '' && h1 !== "productCodeableConcept") return false; h1 = "productCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u160, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
if (k === "_scheduledString") { if (h0 !== '' && h0 !== "scheduledString") return false; h0 = "scheduledString"; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_CareTeam(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "CareTeam.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "CareTeam.text", d + 1)) return false; continue }
if (k === "name") { if (!isString(v)) return false; continue }
if (k === "note") { if (!l18(v, "CareTeam.note", d + 1)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v162, v)) return false; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "CareTeam.period", d + 1)) return false; continue }
break
case 7:
if (k === "subject") { if (!refers(v, "CareTeam.subject", d + 1, g144)) return false; continue }
if (k === "telecom") { if (!l164(v, "CareTeam.telecom", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "category") { if (!l22(v, "CareTeam.category", d + 1)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c161, p, o, d + 1)) return false; continue }
if (k === "encounter") { if (!refers(v, "CareTeam.encounter", d + 1, g15)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "CareTeam.identifier", d + 1)) return false; continue }
if (k === "reasonCode") { if (!l22(v, "CareTeam.reasonCode", d + 1)) return false; continue }
break
case 11:
if (k === "participant") { if (!l163(v, "CareTeam.participant", d + 1)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 15:
if (k === "reasonReference") { if (!referAll(v, "CareTeam.reasonReference", d + 1, g147)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c161, p, o, d + 1)) return false; continue }
break
case 20:
if (k === "managingOrganization") { if (!referAll(v, "CareTeam.managingOrganization", d + 1, g98)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u165, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (o.contained !== undefined && !i46(o, undefined, c)) return false
if (o.contained !== undefined && !i47(o, undefined, c)) return false
if (o.contained !== undefined && !i48(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "CareTeam")) return false
return true
}
function t_CareTeam_participant(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "role") { if (!l22(v, "CareTeam.participant.role", d + 1)) return false; continue }
break
case 6:
if (k === "member") { if (!refers(v, "CareTeam.participant.member", d + 1, g167)) return false; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "CareTeam.participant.period", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c166, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "onBehalfOf") { if (!refers(v, "CareTeam.participant.onBehalfOf", d + 1, g98)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c166, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u168, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i49(o, undefined, c)) return false
return true
}
function t_CodeableConcept(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "text") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "coding") { if (!l45(v, "CodeableConcept.coding", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c169, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u170, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Coding(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
const size = codingSize(o)
if (size > 0) { c.visited += size; return true }
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "code") { if (!isCode(v)) return false; continue }
break
case 6:
if (k === "system") { if (!isKnownUri(v)) return false; continue }
break
case 7:
if (k === "version") { if (!isString(v)) return false; continue }
if (k === "display") { if (!isString(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c171, p, o, d + 1)) return false; continue }
break
case 12:
if (k === "userSelected") { if (!isBoolean(v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u172, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!isRightCode(o.system, o.code)) return false
if (n < 4) keepCoding(o)
return true
}
function t_Communication(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Communication.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Communication.text", d + 1)) return false; continue }
if (k === "sent") { if (!isDateTime(v)) return false; continue }
if (k === "note") { if (!l18(v, "Communication.note", d + 1)) return false; continue }
break
case 5:
if (k === "topic") { if (!isJson(v) || !t_CodeableConcept(v, "Communication.topic", d + 1)) return false; continue }
if (k === "about") { if (!referAll(v, "Communication.about", d + 1, undefined)) return false; continue }
break
case 6:
if (k === "partOf") { if (!referAll(v, "Communication.partOf", d + 1, undefined)) return false; continue }
if (k === "status") { if (!isCodeOf(v175, v)) return false; s0 |= 1; continue }
if (k === "medium") { if (!l22(v, "Communication.medium", d + 1)) return false; continue }
if (k === "sender") { if (!refers(v, "Communication.sender", d + 1, g178)) return false; continue }
break
case 7:
if (k === "basedOn") { if (!referAll(v, "Communication.basedOn", d + 1, undefined)) return false; continue }
if (k === "subject") { if (!refers(v, "Communication.subject", d + 1, g144)) return false; continue }
if (k === "payload") { if (!l179(v, "Communication.payload", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "category") { if (!l22(v, "Communication.category", d + 1)) return false; continue }
if (k === "priority") { if (!isCodeOf(v176, v)) return false; continue }
if (k === "received") { if (!isDateTime(v)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c173, p, o, d + 1)) return false; continue }
if (k === "encounter") { if (!refers(v, "Communication.encounter", d + 1, g15)) return false; continue }
if (k === "recipient") { if (!referAll(v, "Communication.recipient", d + 1, g177)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Communication.identifier", d + 1)) return false; continue }
if (k === "reasonCode") { if (!l22(v, "Communication.reasonCode", d + 1)) return false; continue }
break
case 12:
if (k === "inResponseTo") { if (!referAll(v, "Communication.inResponseTo", d + 1, g174)) return false; continue }
if (k === "statusReason") { if (!isJson(v) || !t_CodeableConcept(v, "Communication.statusReason", d + 1)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 15:
if (k === "instantiatesUri") { if (!primitives(isUri, v, o._instantiatesUri)) return false; continue }
if (k === "reasonReference") { if (!referAll(v, "Communication.reasonReference", d + 1, g156)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c173, p, o, d + 1)) return false; continue }
break
case 21:
if (k === "instantiatesCanonical") { if (!primitives(isCanonical, v, o._instantiatesCanonical)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u180, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if (o.contained !== undefined && !i50(o, undefined, c)) return false
if (o.contained !== undefined && !i51(o, undefined, c)) return false
if (o.contained !== undefined && !i52(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Communication")) return false
return true
}
function t_Communication_payload(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c181, p, o, d + 1)) return false; continue }
break
case 13:
if (k === "contentString") { if (!isString(v)) return false; s0 |= 1; if (h0 !== '' && h0 !== "contentString") return false; h0 = "contentString"; continue }
break
case 16:
if (k === "contentReference") { if (!refers(v, "Communication.payload.content", d + 1, undefined)) return false; s0 |= 1; if (h0 !== '' && h0 !== "contentReference") return false; h0 = "contentReference"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c181, p, o, d + 1)) return false; continue }
if (k === "contentAttachment") { if (!isJson(v) || !t_Attachment(v, "Communication.payload.content", d + 1)) return false; s0 |= 1; if (h0 !== '' && h0 !== "contentAttachment") return false; h0 = "contentAttachment"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u182, k, v, o, d + 1)) return false
if (k === "_contentString") { s0 |= 1; if (h0 !== '' && h0 !== "contentString") return false; h0 = "contentString"; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Composition(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Composition.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Composition.text", d + 1)) return false; continue }
if (k === "type") { if (!isJson(v) || !t_CodeableConcept(v, "Composition.type", d + 1)) return false; s0 |= 2; continue }
if (k === "date") { if (!isDateTime(v)) return false; s0 |= 4; continue }
break
case 5:
if (k === "title") { if (!isString(v)) return false; s0 |= 16; continue }
if (k === "event") { if (!l189(v, "Composition.event", d + 1)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v184, v)) return false; s0 |= 1; continue }
if (k === "author") { if (!referAll(v, "Composition.author", d + 1, g185)) return false; s0 |= 8; continue }
break
case 7:
if (k === "subject") { if (!refers(v, "Composition.subject", d + 1, undefined)) return false; continue }
if (k === "section") { if (!l190(v, "Composition.section", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "category") { if (!l22(v, "Composition.category", d + 1)) return false; continue }
if (k === "attester") { if (!l187(v, "Composition.attester", d + 1)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c183, p, o, d + 1)) return false; continue }
if (k === "encounter") { if (!refers(v, "Composition.encounter", d + 1, g15)) return false; continue }
if (k === "custodian") { if (!refers(v, "Composition.custodian", d + 1, g98)) return false; continue }
if (k === "relatesTo") { if (!l188(v, "Composition.relatesTo", d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!isJson(v) || !t_Identifier(v, "Composition.identifier", d + 1)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 15:
if (k === "confidentiality") { if (!isCodeOf(v186, v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c183, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u191, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
if (k === "_date") { s0 |= 4; }
if (k === "_title") { s0 |= 16; }
continue
}
return false
}
if (n === 0 || s0 !== 31) return false
c.visited += n
if (o.contained !== undefined && !i53(o, undefined, c)) return false
if (o.contained !== undefined && !i54(o, undefined, c)) return false
if (o.contained !== undefined && !i55(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Composition")) return false
return true
}
function t_Composition_attester(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "mode") { if (!isCodeOf(v193, v)) return false; s0 |= 1; continue }
if (k === "time") { if (!isDateTime(v)) return false; continue }
break
case 5:
if (k === "party") { if (!refers(v, "Composition.attester.party", d + 1, g194)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c192, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c192, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u195, k, v, o, d + 1)) return false
if (k === "_mode") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Composition_relatesTo(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "code") { if (!isCodeOf(v197, v)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c196, p, o, d + 1)) return false; continue }
break
case 15:
if (k === "targetReference") { if (!refers(v, "Composition.relatesTo.target", d + 1, g198)) return false; s0 |= 2; if (h0 !== '' && h0 !== "targetReference") return false; h0 = "targetReference"; continue }
break
case 16:
if (k === "targetIdentifier") { if (!isJson(v) || !t_Identifier(v, "Composition.relatesTo.target", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "targetIdentifier") return false; h0 = "targetIdentifier"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c196, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u199, k, v, o, d + 1)) return false
if (k === "_code") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Composition_event(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "code") { if (!l22(v, "Composition.event.code", d + 1)) return false; continue }
break
case 6:
if (k === "period") { if (!isJson(v) || !t_Period(v, "Composition.event.period", d + 1)) return false; continue }
if (k === "detail") { if (!referAll(v, "Composition.event.detail", d + 1, undefined)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c200, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c200, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u201, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Composition_section(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "code") { if (!isJson(v) || !t_CodeableConcept(v, "Composition.section.code", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Composition.section.text", d + 1)) return false; continue }
if (k === "mode") { if (!isCodeOf(v203, v)) return false; continue }
break
case 5:
if (k === "title") { if (!isString(v)) return false; continue }
if (k === "focus") { if (!refers(v, "Composition.section.focus", d + 1, undefined)) return false; continue }
if (k === "entry") { if (!referAll(v, "Composition.section.entry", d + 1, undefined)) return false; continue }
break
case 6:
if (k === "author") { if (!referAll(v, "Composition.section.author", d + 1, g185)) return false; continue }
break
case 7:
if (k === "section") { if (!l190(v, "Composition.section.section", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c202, p, o, d + 1)) return false; continue }
if (k === "orderedBy") { if (!isJson(v) || !t_CodeableConcept(v, "Composition.section.orderedBy", d + 1)) return false; continue }
break
case 11:
if (k === "emptyReason") { if (!isJson(v) || !t_CodeableConcept(v, "Composition.section.emptyReason", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c202, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u204, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i56(o, undefined, c)) return false
if (!i57(o, undefined, c)) return false
return true
}
function t_Condition(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', h1 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Condition.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Condition.text", d + 1)) return false; continue }
if (k === "code") { if (!isJson(v) || !t_CodeableConcept(v, "Condition.code", d + 1)) return false; continue }
if (k === "note") { if (!l18(v, "Condition.note", d + 1)) return false; continue }
break
case 5:
if (k === "stage") { if (!l208(v, "Condition.stage", d + 1)) return false; continue }
break
case 7:
if (k === "subject") { if (!refers(v, "Condition.subject", d + 1, g144)) return false; s0 |= 1; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "category") { if (!l22(v, "Condition.category", d + 1)) return false; continue }
if (k === "severity") { if (!isJson(v) || !t_CodeableConcept(v, "Condition.severity", d + 1)) return false; continue }
if (k === "bodySite") { if (!l22(v, "Condition.bodySite", d + 1)) return false; continue }
if (k === "onsetAge") { if (!isJson(v) || !t_Age(v, "Condition.onset", d + 1)) return false; if (h0 !== '' && h0 !== "onsetAge") return false; h0 = "onsetAge"; continue }
if (k === "recorder") { if (!refers(v, "Condition.recorder", d + 1, g16)) return false; continue }
if (k === "asserter") { if (!refers(v, "Condition.asserter", d + 1, g16)) return false; continue }
if (k === "evidence") { if (!l209(v, "Condition.evidence", d + 1)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c205, p, o, d + 1)) return false; continue }
if (k === "encounter") { if (!refers(v, "Condition.encounter", d + 1, g15)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Condition.identifier", d + 1)) return false; continue }
if (k === "onsetRange") { if (!isJson(v) || !t_Range(v, "Condition.onset", d + 1)) return false; if (h0 !== '' && h0 !== "onsetRange") return false; h0 = "onsetRange"; continue }
break
case 11:
if (k === "onsetPeriod") { if (!isJson(v) || !t_Period(v, "Condition.onset", d + 1)) return false; if (h0 !== '' && h0 !== "onsetPeriod") return false; h0 = "onsetPeriod"; continue }
if (k === "onsetString") { if (!isString(v)) return false; if (h0 !== '' && h0 !== "onsetString") return false; h0 = "onsetString"; continue }
break
case 12:
if (k === "abatementAge") { if (!isJson(v) || !t_Age(v, "Condition.abatement", d + 1)) return false; if (h1 !== '' && h1 !== "abatementAge") return false; h1 = "abatementAge"; continue }
if (k === "recordedDate") { if (!isDateTime(v)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "onsetDateTime") { if (!isDateTime(v)) return false; if (h0 !== '' && h0 !== "onsetDateTime") return false; h0 = "onsetDateTime"; continue }
break
case 14:
if (k === "clinicalStatus") { if (!isJson(v) || !t_CodeableConcept(v, "Condition.clinicalStatus", d + 1)) return false; if (!(isMember(v206, v, "CodeableConcept") !== false)) return false; continue }
if (k === "abatementRange") { if (!isJson(v) || !t_Range(v, "Condition.abatement", d + 1)) return false; if (h1 !== '' && h1 !== "abatementRange") return false; h1 = "abatementRange"; continue }
break
case 15:
if (k === "abatementPeriod") { if (!isJson(v) || !t_Period(v, "Condition.abatement", d + 1)) return false; if (h1 !== '' && h1 !== "abatementPeriod") return false; h1 = "abatementPeriod"; continue }
if (k === "abatementString") { if (!isString(v)) return false; if (h1 !== '' && h1 !== "abatementString") return false; h1 = "abatementString"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c205, p, o, d + 1)) return false; continue }
if (k === "abatementDateTime") { if (!isDateTime(v)) return false; if (h1 !== '' && h1 !== "abatementDateTime") return false; h1 = "abatementDateTime"; continue }
break
case 18:
if (k === "verificationStatus") { if (!isJson(v) || !t_CodeableConcept(v, "Condition.verificationStatus", d + 1)) return false; if (!(isMember(v207, v, "CodeableConcept") !== false)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u210, k, v, o, d + 1)) return false
if (k === "_onsetDateTime") { if (h0 !== '' && h0 !== "onsetDateTime") return false; h0 = "onsetDateTime"; }
if (k === "_onsetString") { if (h0 !== '' && h0 !== "onsetString") return false; h0 = "onsetString"; }
if (k === "_abatementDateTime") { if (h1 !== '' && h1 !== "abatementDateTime") return false; h1 = "abatementDateTime"; }
if (k === "_abatementString") { if (h1 !== '' && h1 !== "abatementString") return false; h1 = "abatementString"; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if (!i58(o, undefined, c)) return false
if (!i59(o, undefined, c)) return false
if (o.contained !== undefined && !i60(o, undefined, c)) return false
if (o.contained !== undefined && !i61(o, undefined, c)) return false
if (o.contained !== undefined && !i62(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Condition")) return false
return true
}
function t_Condition_stage(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "type") { if (!isJson(v) || !t_CodeableConcept(v, "Condition.stage.type", d + 1)) return false; continue }
break
case 7:
if (k === "summary") { if (!isJson(v) || !t_CodeableConcept(v, "Condition.stage.summary", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c211, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "assessment") { if (!referAll(v, "Condition.stage.assessment", d + 1, g212)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c211, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u213, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i63(o, undefined, c)) return false
return true
}
function t_Condition_evidence(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "code") { if (!l22(v, "Condition.evidence.code", d + 1)) return false; continue }
break
case 6:
if (k === "detail") { if (!referAll(v, "Condition.evidence.detail", d + 1, undefined)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c214, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c214, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u215, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i64(o, undefined, c)) return false
return true
}
function t_Consent(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Consent.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Consent.text", d + 1)) return false; continue }
break
case 5:
if (k === "scope") { if (!isJson(v) || !t_CodeableConcept(v, "Consent.scope", d + 1)) return false; s0 |= 2; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v217, v)) return false; s0 |= 1; continue }
if (k === "policy") { if (!l220(v, "Consent.policy", d + 1)) return false; continue }
break
case 7:
if (k === "patient") { if (!refers(v, "Consent.patient", d + 1, g14)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "category") { if (!l22(v, "Consent.category", d + 1)) return false; s0 |= 4; continue }
if (k === "dateTime") { if (!isDateTime(v)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c216, p, o, d + 1)) return false; continue }
if (k === "performer") { if (!referAll(v, "Consent.performer", d + 1, g218)) return false; continue }
if (k === "provision") { if (!isJson(v) || !t_Consent_provision(v, "Consent.provision", d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Consent.identifier", d + 1)) return false; continue }
if (k === "policyRule") { if (!isJson(v) || !t_CodeableConcept(v, "Consent.policyRule", d + 1)) return false; continue }
break
case 12:
if (k === "organization") { if (!referAll(v, "Consent.organization", d + 1, g98)) return false; continue }
if (k === "verification") { if (!l221(v, "Consent.verification", d + 1)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 15:
if (k === "sourceReference") { if (!refers(v, "Consent.source", d + 1, g219)) return false; if (h0 !== '' && h0 !== "sourceReference") return false; h0 = "sourceReference"; continue }
break
case 16:
if (k === "sourceAttachment") { if (!isJson(v) || !t_Attachment(v, "Consent.source", d + 1)) return false; if (h0 !== '' && h0 !== "sourceAttachment") return false; h0 = "sourceAttachment"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c216, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u222, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 7) return false
c.visited += n
if (o.contained !== undefined && !i65(o, undefined, c)) return false
if (o.contained !== undefined && !i66(o, undefined, c)) return false
if (o.contained !== undefined && !i67(o, undefined, c)) return false
if (!i68(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Consent")) return false
return true
}
function t_Consent_policy(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "uri") { if (!isUri(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c223, p, o, d + 1)) return false; continue }
if (k === "authority") { if (!isUri(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c223, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u224, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Consent_verification(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 8:
if (k === "verified") { if (!isBoolean(v)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c225, p, o, d + 1)) return false; continue }
break
case 12:
if (k === "verifiedWith") { if (!refers(v, "Consent.verification.verifiedWith", d + 1, g226)) return false; continue }
break
case 16:
if (k === "verificationDate") { if (!isDateTime(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c225, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u227, k, v, o, d + 1)) return false
if (k === "_verified") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Consent_provision(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "type") { if (!isCodeOf(v229, v)) return false; continue }
if (k === "code") { if (!l22(v, "Consent.provision.code", d + 1)) return false; continue }
if (k === "data") { if (!l231(v, "Consent.provision.data", d + 1)) return false; continue }
break
case 5:
if (k === "actor") { if (!l230(v, "Consent.provision.actor", d + 1)) return false; continue }
if (k === "class") { if (!l45(v, "Consent.provision.class", d + 1)) return false; continue }
break
case 6:
if (k === "period") { if (!isJson(v) || !t_Period(v, "Consent.provision.period", d + 1)) return false; continue }
if (k === "action") { if (!l22(v, "Consent.provision.action", d + 1)) return false; continue }
break
case 7:
if (k === "purpose") { if (!l45(v, "Consent.provision.purpose", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c228, p, o, d + 1)) return false; continue }
if (k === "provision") { if (!l232(v, "Consent.provision.provision", d + 1)) return false; continue }
break
case 10:
if (k === "dataPeriod") { if (!isJson(v) || !t_Period(v, "Consent.provision.dataPeriod", d + 1)) return false; continue }
break
case 13:
if (k === "securityLabel") { if (!l45(v, "Consent.provision.securityLabel", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c228, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u233, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Consent_provision_actor(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "role") { if (!isJson(v) || !t_CodeableConcept(v, "Consent.provision.actor.role", d + 1)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c234, p, o, d + 1)) return false; continue }
if (k === "reference") { if (!refers(v, "Consent.provision.actor.reference", d + 1, g235)) return false; s0 |= 2; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c234, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u236, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Consent_provision_data(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 7:
if (k === "meaning") { if (!isCodeOf(v238, v)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c237, p, o, d + 1)) return false; continue }
if (k === "reference") { if (!refers(v, "Consent.provision.data.reference", d + 1, undefined)) return false; s0 |= 2; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c237, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u239, k, v, o, d + 1)) return false
if (k === "_meaning") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_ContactDetail(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "name") { if (!isString(v)) return false; continue }
break
case 7:
if (k === "telecom") { if (!l164(v, "ContactDetail.telecom", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c240, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u241, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_ContactPoint(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "use") { if (!isCodeOf(v244, v)) return false; continue }
break
case 4:
if (k === "rank") { if (!isPositiveInt(v)) return false; continue }
break
case 5:
if (k === "value") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "system") { if (!isCodeOf(v243, v)) return false; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "ContactPoint.period", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c242, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u245, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i69(o, undefined, c)) return false
return true
}
function t_Contributor(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "type") { if (!isCodeOf(v247, v)) return false; s0 |= 1; continue }
if (k === "name") { if (!isString(v)) return false; s0 |= 2; continue }
break
case 7:
if (k === "contact") { if (!l86(v, "Contributor.contact", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c246, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u248, k, v, o, d + 1)) return false
if (k === "_type") { s0 |= 1; }
if (k === "_name") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Count(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "unit") { if (!isString(v)) return false; continue }
if (k === "code") { if (!isCode(v)) return false; continue }
break
case 5:
if (k === "value") { if (!isDecimal(v)) return false; continue }
break
case 6:
if (k === "system") { if (!isUri(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c249, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "comparator") { if (!isCodeOf(v5, v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u250, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i70(o, undefined, c)) return false
if (!i71(o, undefined, c)) return false
return true
}
function t_DataRequirement(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "type") { if (!isCodeOf(v252, v)) return false; s0 |= 1; continue }
if (k === "sort") { if (!l256(v, "DataRequirement.sort", d + 1)) return false; continue }
break
case 5:
if (k === "limit") { if (!isPositiveInt(v)) return false; continue }
break
case 7:
if (k === "profile") { if (!primitives(isCanonical, v, o._profile)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c251, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "codeFilter") { if (!l254(v, "DataRequirement.codeFilter", d + 1)) return false; continue }
if (k === "dateFilter") { if (!l255(v, "DataRequirement.dateFilter", d + 1)) return false; continue }
break
case 11:
if (k === "mustSupport") { if (!primitives(isString, v, o._mustSupport)) return false; continue }
break
case 16:
if (k === "subjectReference") { if (!refers(v, "DataRequirement.subject", d + 1, g253)) return false; if (h0 !== '' && h0 !== "subjectReference") return false; h0 = "subjectReference"; continue }
break
case 22:
if (k === "subjectCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "DataRequirement.subject", d + 1)) return false; if (h0 !== '' && h0 !== "subjectCodeableConcept") return false; h0 = "subjectCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u257, k, v, o, d + 1)) return false
if (k === "_type") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_DataRequirement_codeFilter(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "path") { if (!isString(v)) return false; continue }
if (k === "code") { if (!l45(v, "DataRequirement.codeFilter.code", d + 1)) return false; continue }
break
case 8:
if (k === "valueSet") { if (!isCanonical(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c258, p, o, d + 1)) return false; continue }
break
case 11:
if (k === "searchParam") { if (!isString(v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u259, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i72(o, undefined, c)) return false
return true
}
function t_DataRequirement_dateFilter(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "path") { if (!isString(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c260, p, o, d + 1)) return false; continue }
break
case 11:
if (k === "searchParam") { if (!isString(v)) return false; continue }
if (k === "valuePeriod") { if (!isJson(v) || !t_Period(v, "DataRequirement.dateFilter.value", d + 1)) return false; if (h0 !== '' && h0 !== "valuePeriod") return false; h0 = "valuePeriod"; continue }
break
case 13:
if (k === "valueDateTime") { if (!isDateTime(v)) return false; if (h0 !== '' && h0 !== "valueDateTime") return false; h0 = "valueDateTime"; continue }
if (k === "valueDuration") { if (!isJson(v) || !t_Duration(v, "DataRequirement.dateFilter.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueDuration") return false; h0 = "valueDuration"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u261, k, v, o, d + 1)) return false
if (k === "_valueDateTime") { if (h0 !== '' && h0 !== "valueDateTime") return false; h0 = "valueDateTime"; }
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i73(o, undefined, c)) return false
return true
}
function t_DataRequirement_sort(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "path") { if (!isString(v)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c262, p, o, d + 1)) return false; continue }
if (k === "direction") { if (!isCodeOf(v263, v)) return false; s0 |= 2; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u264, k, v, o, d + 1)) return false
if (k === "_path") { s0 |= 1; }
if (k === "_direction") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Device(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 3:
if (k === "url") { if (!isUri(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Device.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Device.text", d + 1)) return false; continue }
if (k === "type") { if (!isJson(v) || !t_CodeableConcept(v, "Device.type", d + 1)) return false; continue }
if (k === "note") { if (!l18(v, "Device.note", d + 1)) return false; continue }
break
case 5:
if (k === "owner") { if (!refers(v, "Device.owner", d + 1, g98)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v268, v)) return false; continue }
if (k === "safety") { if (!l22(v, "Device.safety", d + 1)) return false; continue }
if (k === "parent") { if (!refers(v, "Device.parent", d + 1, g273)) return false; continue }
break
case 7:
if (k === "version") { if (!l271(v, "Device.version", d + 1)) return false; continue }
if (k === "patient") { if (!refers(v, "Device.patient", d + 1, g14)) return false; continue }
if (k === "contact") { if (!l164(v, "Device.contact", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "property") { if (!l272(v, "Device.property", d + 1)) return false; continue }
if (k === "location") { if (!refers(v, "Device.location", d + 1, g53)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c265, p, o, d + 1)) return false; continue }
if (k === "lotNumber") { if (!isString(v)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Device.identifier", d + 1)) return false; continue }
if (k === "definition") { if (!refers(v, "Device.definition", d + 1, g266)) return false; continue }
if (k === "udiCarrier") { if (!l267(v, "Device.udiCarrier", d + 1)) return false; continue }
if (k === "deviceName") { if (!l269(v, "Device.deviceName", d + 1)) return false; continue }
if (k === "partNumber") { if (!isString(v)) return false; continue }
break
case 11:
if (k === "modelNumber") { if (!isString(v)) return false; continue }
break
case 12:
if (k === "statusReason") { if (!l22(v, "Device.statusReason", d + 1)) return false; continue }
if (k === "manufacturer") { if (!isString(v)) return false; continue }
if (k === "serialNumber") { if (!isString(v)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 14:
if (k === "expirationDate") { if (!isDateTime(v)) return false; continue }
if (k === "specialization") { if (!l270(v, "Device.specialization", d + 1)) return false; continue }
break
case 15:
if (k === "manufactureDate") { if (!isDateTime(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c265, p, o, d + 1)) return false; continue }
break
case 18:
if (k === "distinctIdentifier") { if (!isString(v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u274, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (o.contained !== undefined && !i74(o, undefined, c)) return false
if (o.contained !== undefined && !i75(o, undefined, c)) return false
if (o.contained !== undefined && !i76(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Device")) return false
return true
}
function t_Device_udiCarrier(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "issuer") { if (!isUri(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c275, p, o, d + 1)) return false; continue }
if (k === "entryType") { if (!isCodeOf(v276, v)) return false; continue }
break
case 10:
if (k === "carrierHRF") { if (!isString(v)) return false; continue }
break
case 11:
if (k === "carrierAIDC") { if (!isBase64Binary(v)) return false; continue }
break
case 12:
if (k === "jurisdiction") { if (!isUri(v)) return false; continue }
break
case 16:
if (k === "deviceIdentifier") { if (!isString(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c275, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u277, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Device_deviceName(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "name") { if (!isString(v)) return false; s0 |= 1; continue }
if (k === "type") { if (!isCodeOf(v279, v)) return false; s0 |= 2; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c278, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c278, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u280, k, v, o, d + 1)) return false
if (k === "_name") { s0 |= 1; }
if (k === "_type") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Device_specialization(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 7:
if (k === "version") { if (!isString(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c281, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "systemType") { if (!isJson(v) || !t_CodeableConcept(v, "Device.specialization.systemType", d + 1)) return false; s0 |= 1; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c281, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u282, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Device_version(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "type") { if (!isJson(v) || !t_CodeableConcept(v, "Device.version.type", d + 1)) return false; continue }
break
case 5:
if (k === "value") { if (!isString(v)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c283, p, o, d + 1)) return false; continue }
if (k === "component") { if (!isJson(v) || !t_Identifier(v, "Device.version.component", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c283, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u284, k, v, o, d + 1)) return false
if (k === "_value") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Device_property(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "type") { if (!isJson(v) || !t_CodeableConcept(v, "Device.property.type", d + 1)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c285, p, o, d + 1)) return false; continue }
if (k === "valueCode") { if (!l22(v, "Device.property.valueCode", d + 1)) return false; continue }
break
case 13:
if (k === "valueQuantity") { if (!l286(v, "Device.property.valueQuantity", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c285, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u287, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_DeviceRequest(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', h1 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "DeviceRequest.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "DeviceRequest.text", d + 1)) return false; continue }
if (k === "note") { if (!l18(v, "DeviceRequest.note", d + 1)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v142, v)) return false; continue }
if (k === "intent") { if (!isCodeOf(v289, v)) return false; s0 |= 1; continue }
break
case 7:
if (k === "basedOn") { if (!referAll(v, "DeviceRequest.basedOn", d + 1, undefined)) return false; continue }
if (k === "subject") { if (!refers(v, "DeviceRequest.subject", d + 1, g291)) return false; s0 |= 4; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "priority") { if (!isCodeOf(v176, v)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c288, p, o, d + 1)) return false; continue }
if (k === "parameter") { if (!l290(v, "DeviceRequest.parameter", d + 1)) return false; continue }
if (k === "encounter") { if (!refers(v, "DeviceRequest.encounter", d + 1, g15)) return false; continue }
if (k === "requester") { if (!refers(v, "DeviceRequest.requester", d + 1, g292)) return false; continue }
if (k === "performer") { if (!refers(v, "DeviceRequest.performer", d + 1, g293)) return false; continue }
if (k === "insurance") { if (!referAll(v, "DeviceRequest.insurance", d + 1, g294)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "DeviceRequest.identifier", d + 1)) return false; continue }
if (k === "authoredOn") { if (!isDateTime(v)) return false; continue }
if (k === "reasonCode") { if (!l22(v, "DeviceRequest.reasonCode", d + 1)) return false; continue }
break
case 12:
if (k === "priorRequest") { if (!referAll(v, "DeviceRequest.priorRequest", d + 1, undefined)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "codeReference") { if (!refers(v, "DeviceRequest.code", d + 1, g273)) return false; s0 |= 2; if (h0 !== '' && h0 !== "codeReference") return false; h0 = "codeReference"; continue }
if (k === "performerType") { if (!isJson(v) || !t_CodeableConcept(v, "DeviceRequest.performerType", d + 1)) return false; continue }
break
case 14:
if (k === "supportingInfo") { if (!referAll(v, "DeviceRequest.supportingInfo", d + 1, undefined)) return false; continue }
break
case 15:
if (k === "instantiatesUri") { if (!primitives(isUri, v, o._instantiatesUri)) return false; continue }
if (k === "groupIdentifier") { if (!isJson(v) || !t_Identifier(v, "DeviceRequest.groupIdentifier", d + 1)) return false; continue }
if (k === "reasonReference") { if (!referAll(v, "DeviceRequest.reasonReference", d + 1, g156)) return false; continue }
if (k === "relevantHistory") { if (!referAll(v, "DeviceRequest.relevantHistory", d + 1, g295)) return false; continue }
break
case 16:
if (k === "occurrencePeriod") { if (!isJson(v) || !t_Period(v, "DeviceRequest.occurrence", d + 1)) return false; if (h1 !== '' && h1 !== "occurrencePeriod") return false; h1 = "occurrencePeriod"; continue }
if (k === "occurrenceTiming") { if (!isJson(v) || !t_Timing(v, "DeviceRequest.occurrence", d + 1)) return false; if (h1 !== '' && h1 !== "occurrenceTiming") return false; h1 = "occurrenceTiming"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c288, p, o, d + 1)) return false; continue }
break
case 18:
if (k === "occurrenceDateTime") { if (!isDateTime(v)) return false; if (h1 !== '' && h1 !== "occurrenceDateTime") return false; h1 = "occurrenceDateTime"; continue }
break
case 19:
if (k === "codeCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "DeviceRequest.code", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "codeCodeableConcept") return false; h0 = "codeCodeableConcept"; continue }
break
case 21:
if (k === "instantiatesCanonical") { if (!primitives(isCanonical, v, o._instantiatesCanonical)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u296, k, v, o, d + 1)) return false
if (k === "_intent") { s0 |= 1; }
if (k === "_occurrenceDateTime") { if (h1 !== '' && h1 !== "occurrenceDateTime") return false; h1 = "occurrenceDateTime"; }
continue
}
return false
}
if (n === 0 || s0 !== 7) return false
c.visited += n
if (o.contained !== undefined && !i77(o, undefined, c)) return false
if (o.contained !== undefined && !i78(o, undefined, c)) return false
if (o.contained !== undefined && !i79(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "DeviceRequest")) return false
return true
}
function t_DeviceRequest_parameter(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "code") { if (!isJson(v) || !t_CodeableConcept(v, "DeviceRequest.parameter.code", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c297, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "valueRange") { if (!isJson(v) || !t_Range(v, "DeviceRequest.parameter.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueRange") return false; h0 = "valueRange"; continue }
break
case 12:
if (k === "valueBoolean") { if (!isBoolean(v)) return false; if (h0 !== '' && h0 !== "valueBoolean") return false; h0 = "valueBoolean"; continue }
break
case 13:
if (k === "valueQuantity") { if (!isJson(v) || !t_Quantity(v, "DeviceRequest.parameter.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueQuantity") return false; h0 = "valueQuantity"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c297, p, o, d + 1)) return false; continue }
break
case 20:
if (k === "valueCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "DeviceRequest.parameter.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueCodeableConcept") return false; h0 = "valueCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u298, k, v, o, d + 1)) return false
if (k === "_valueBoolean") { if (h0 !== '' && h0 !== "valueBoolean") return false; h0 = "valueBoolean"; }
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_DiagnosticReport(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "DiagnosticReport.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "DiagnosticReport.text", d + 1)) return false; continue }
if (k === "code") { if (!isJson(v) || !t_CodeableConcept(v, "DiagnosticReport.code", d + 1)) return false; s0 |= 2; continue }
break
case 5:
if (k === "media") { if (!l307(v, "DiagnosticReport.media", d + 1)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v301, v)) return false; s0 |= 1; continue }
if (k === "issued") { if (!isInstant(v)) return false; continue }
if (k === "result") { if (!referAll(v, "DiagnosticReport.result", d + 1, g305)) return false; continue }
break
case 7:
if (k === "basedOn") { if (!referAll(v, "DiagnosticReport.basedOn", d + 1, g300)) return false; continue }
if (k === "subject") { if (!refers(v, "DiagnosticReport.subject", d + 1, g302)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "category") { if (!l22(v, "DiagnosticReport.category", d + 1)) return false; continue }
if (k === "specimen") { if (!referAll(v, "DiagnosticReport.specimen", d + 1, g304)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c299, p, o, d + 1)) return false; continue }
if (k === "encounter") { if (!refers(v, "DiagnosticReport.encounter", d + 1, g15)) return false; continue }
if (k === "performer") { if (!referAll(v, "DiagnosticReport.performer", d + 1, g303)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "DiagnosticReport.identifier", d + 1)) return false; continue }
if (k === "conclusion") { if (!isString(v)) return false; continue }
break
case 12:
if (k === "imagingStudy") { if (!referAll(v, "DiagnosticReport.imagingStudy", d + 1, g306)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "presentedForm") { if (!l308(v, "DiagnosticReport.presentedForm", d + 1)) return false; continue }
break
case 14:
if (k === "conclusionCode") { if (!l22(v, "DiagnosticReport.conclusionCode", d + 1)) return false; continue }
break
case 15:
if (k === "effectivePeriod") { if (!isJson(v) || !t_Period(v, "DiagnosticReport.effective", d + 1)) return false; if (h0 !== '' && h0 !== "effectivePeriod") return false; h0 = "effectivePeriod"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c299, p, o, d + 1)) return false; continue }
if (k === "effectiveDateTime") { if (!isDateTime(v)) return false; if (h0 !== '' && h0 !== "effectiveDateTime") return false; h0 = "effectiveDateTime"; continue }
break
case 18:
if (k === "resultsInterpreter") { if (!referAll(v, "DiagnosticReport.resultsInterpreter", d + 1, g303)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u309, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
if (k === "_effectiveDateTime") { if (h0 !== '' && h0 !== "effectiveDateTime") return false; h0 = "effectiveDateTime"; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if (o.contained !== undefined && !i80(o, undefined, c)) return false
if (o.contained !== undefined && !i81(o, undefined, c)) return false
if (o.contained !== undefined && !i82(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "DiagnosticReport")) return false
return true
}
function t_DiagnosticReport_media(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "link") { if (!refers(v, "DiagnosticReport.media.link", d + 1, g311)) return false; s0 |= 1; continue }
break
case 7:
if (k === "comment") { if (!isString(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c310, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c310, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u312, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Distance(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "unit") { if (!isString(v)) return false; continue }
if (k === "code") { if (!isCode(v)) return false; continue }
break
case 5:
if (k === "value") { if (!isDecimal(v)) return false; continue }
break
case 6:
if (k === "system") { if (!isUri(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c313, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "comparator") { if (!isCodeOf(v5, v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u314, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i83(o, undefined, c)) return false
if (!i84(o, undefined, c)) return false
return true
}
function t_DocumentReference(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "DocumentReference.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "DocumentReference.text", d + 1)) return false; continue }
if (k === "type") { if (!isJson(v) || !t_CodeableConcept(v, "DocumentReference.type", d + 1)) return false; continue }
if (k === "date") { if (!isInstant(v)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v316, v)) return false; s0 |= 1; continue }
if (k === "author") { if (!referAll(v, "DocumentReference.author", d + 1, g318)) return false; continue }
break
case 7:
if (k === "subject") { if (!refers(v, "DocumentReference.subject", d + 1, g317)) return false; continue }
if (k === "content") { if (!l321(v, "DocumentReference.content", d + 1)) return false; s0 |= 2; continue }
if (k === "context") { if (!isJson(v) || !t_DocumentReference_context(v, "DocumentReference.context", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "category") { if (!l22(v, "DocumentReference.category", d + 1)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c315, p, o, d + 1)) return false; continue }
if (k === "docStatus") { if (!isCodeOf(v184, v)) return false; continue }
if (k === "custodian") { if (!refers(v, "DocumentReference.custodian", d + 1, g98)) return false; continue }
if (k === "relatesTo") { if (!l320(v, "DocumentReference.relatesTo", d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "DocumentReference.identifier", d + 1)) return false; continue }
break
case 11:
if (k === "description") { if (!isString(v)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "authenticator") { if (!refers(v, "DocumentReference.authenticator", d + 1, g319)) return false; continue }
if (k === "securityLabel") { if (!l22(v, "DocumentReference.securityLabel", d + 1)) return false; continue }
break
case 16:
if (k === "masterIdentifier") { if (!isJson(v) || !t_Identifier(v, "DocumentReference.masterIdentifier", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c315, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u322, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if (o.contained !== undefined && !i85(o, undefined, c)) return false
if (o.contained !== undefined && !i86(o, undefined, c)) return false
if (o.contained !== undefined && !i87(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "DocumentReference")) return false
return true
}
function t_DocumentReference_relatesTo(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "code") { if (!isCodeOf(v197, v)) return false; s0 |= 1; continue }
break
case 6:
if (k === "target") { if (!refers(v, "DocumentReference.relatesTo.target", d + 1, g324)) return false; s0 |= 2; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c323, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c323, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u325, k, v, o, d + 1)) return false
if (k === "_code") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_DocumentReference_content(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "format") { if (!isJson(v) || !t_Coding(v, "DocumentReference.content.format", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c326, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "attachment") { if (!isJson(v) || !t_Attachment(v, "DocumentReference.content.attachment", d + 1)) return false; s0 |= 1; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c326, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u327, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_DocumentReference_context(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 5:
if (k === "event") { if (!l22(v, "DocumentReference.context.event", d + 1)) return false; continue }
break
case 6:
if (k === "period") { if (!isJson(v) || !t_Period(v, "DocumentReference.context.period", d + 1)) return false; continue }
break
case 7:
if (k === "related") { if (!referAll(v, "DocumentReference.context.related", d + 1, undefined)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c328, p, o, d + 1)) return false; continue }
if (k === "encounter") { if (!referAll(v, "DocumentReference.context.encounter", d + 1, g329)) return false; continue }
break
case 12:
if (k === "facilityType") { if (!isJson(v) || !t_CodeableConcept(v, "DocumentReference.context.facilityType", d + 1)) return false; continue }
break
case 15:
if (k === "practiceSetting") { if (!isJson(v) || !t_CodeableConcept(v, "DocumentReference.context.practiceSetting", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c328, p, o, d + 1)) return false; continue }
if (k === "sourcePatientInfo") { if (!refers(v, "DocumentReference.context.sourcePatientInfo", d + 1, g14)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u330, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Dosage(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "text") { if (!isString(v)) return false; continue }
if (k === "site") { if (!isJson(v) || !t_CodeableConcept(v, "Dosage.site", d + 1)) return false; continue }
break
case 5:
if (k === "route") { if (!isJson(v) || !t_CodeableConcept(v, "Dosage.route", d + 1)) return false; continue }
break
case 6:
if (k === "timing") { if (!isJson(v) || !t_Timing(v, "Dosage.timing", d + 1)) return false; continue }
if (k === "method") { if (!isJson(v) || !t_CodeableConcept(v, "Dosage.method", d + 1)) return false; continue }
break
case 8:
if (k === "sequence") { if (!isInteger(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c331, p, o, d + 1)) return false; continue }
break
case 11:
if (k === "doseAndRate") { if (!l332(v, "Dosage.doseAndRate", d + 1)) return false; continue }
break
case 15:
if (k === "asNeededBoolean") { if (!isBoolean(v)) return false; if (h0 !== '' && h0 !== "asNeededBoolean") return false; h0 = "asNeededBoolean"; continue }
break
case 16:
if (k === "maxDosePerPeriod") { if (!isJson(v) || !t_Ratio(v, "Dosage.maxDosePerPeriod", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c331, p, o, d + 1)) return false; continue }
break
case 18:
if (k === "patientInstruction") { if (!isString(v)) return false; continue }
if (k === "maxDosePerLifetime") { if (!isJson(v) || !t_Quantity(v, "Dosage.maxDosePerLifetime", d + 1)) return false; continue }
break
case 21:
if (k === "additionalInstruction") { if (!l22(v, "Dosage.additionalInstruction", d + 1)) return false; continue }
break
case 23:
if (k === "asNeededCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "Dosage.asNeeded", d + 1)) return false; if (h0 !== '' && h0 !== "asNeededCodeableConcept") return false; h0 = "asNeededCodeableConcept"; continue }
break
case 24:
if (k === "maxDosePerAdministration") { if (!isJson(v) || !t_Quantity(v, "Dosage.maxDosePerAdministration", d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u333, k, v, o, d + 1)) return false
if (k === "_asNeededBoolean") { if (h0 !== '' && h0 !== "asNeededBoolean") return false; h0 = "asNeededBoolean"; }
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Dosage_doseAndRate(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, h0 = '', h1 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "type") { if (!isJson(v) || !t_CodeableConcept(v, "Dosage.doseAndRate.type", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c334, p, o, d + 1)) return false; continue }
if (k === "doseRange") { if (!isJson(v) || !t_Range(v, "Dosage.doseAndRate.dose", d + 1)) return false; if (h0 !== '' && h0 !== "doseRange") return false; h0 = "doseRange"; continue }
if (k === "rateRatio") { if (!isJson(v) || !t_Ratio(v, "Dosage.doseAndRate.rate", d + 1)) return false; if (h1 !== '' && h1 !== "rateRatio") return false; h1 = "rateRatio"; continue }
if (k === "rateRange") { if (!isJson(v) || !t_Range(v, "Dosage.doseAndRate.rate", d + 1)) return false; if (h1 !== '' && h1 !== "rateRange") return false; h1 = "rateRange"; continue }
break
case 12:
if (k === "doseQuantity") { if (!isJson(v) || !t_Quantity(v, "Dosage.doseAndRate.dose", d + 1)) return false; if (h0 !== '' && h0 !== "doseQuantity") return false; h0 = "doseQuantity"; continue }
if (k === "rateQuantity") { if (!isJson(v) || !t_Quantity(v, "Dosage.doseAndRate.rate", d + 1)) return false; if (h1 !== '' && h1 !== "rateQuantity") return false; h1 = "rateQuantity"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u335, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Duration(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "unit") { if (!isString(v)) return false; continue }
if (k === "code") { if (!isCode(v)) return false; continue }
break
case 5:
if (k === "value") { if (!isDecimal(v)) return false; continue }
break
case 6:
if (k === "system") { if (!isUri(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c336, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "comparator") { if (!isCodeOf(v5, v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u337, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i88(o, undefined, c)) return false
if (!i89(o, undefined, c)) return false
return true
}
function t_Element(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c338, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u339, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Encounter(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Encounter.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Encounter.text", d + 1)) return false; continue }
if (k === "type") { if (!l22(v, "Encounter.type", d + 1)) return false; continue }
break
case 5:
if (k === "class") { if (!isJson(v) || !t_Coding(v, "Encounter.class", d + 1)) return false; s0 |= 2; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v341, v)) return false; s0 |= 1; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "Encounter.period", d + 1)) return false; continue }
if (k === "length") { if (!isJson(v) || !t_Duration(v, "Encounter.length", d + 1)) return false; continue }
if (k === "partOf") { if (!refers(v, "Encounter.partOf", d + 1, g15)) return false; continue }
break
case 7:
if (k === "subject") { if (!refers(v, "Encounter.subject", d + 1, g144)) return false; continue }
if (k === "basedOn") { if (!referAll(v, "Encounter.basedOn", d + 1, g32)) return false; continue }
if (k === "account") { if (!referAll(v, "Encounter.account", d + 1, g348)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "priority") { if (!isJson(v) || !t_CodeableConcept(v, "Encounter.priority", d + 1)) return false; continue }
if (k === "location") { if (!l349(v, "Encounter.location", d + 1)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c340, p, o, d + 1)) return false; continue }
if (k === "diagnosis") { if (!l347(v, "Encounter.diagnosis", d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Encounter.identifier", d + 1)) return false; continue }
if (k === "reasonCode") { if (!l22(v, "Encounter.reasonCode", d + 1)) return false; continue }
break
case 11:
if (k === "serviceType") { if (!isJson(v) || !t_CodeableConcept(v, "Encounter.serviceType", d + 1)) return false; continue }
if (k === "participant") { if (!l345(v, "Encounter.participant", d + 1)) return false; continue }
if (k === "appointment") { if (!referAll(v, "Encounter.appointment", d + 1, g346)) return false; continue }
break
case 12:
if (k === "classHistory") { if (!l343(v, "Encounter.classHistory", d + 1)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "statusHistory") { if (!l342(v, "Encounter.statusHistory", d + 1)) return false; continue }
if (k === "episodeOfCare") { if (!referAll(v, "Encounter.episodeOfCare", d + 1, g344)) return false; continue }
break
case 15:
if (k === "reasonReference") { if (!referAll(v, "Encounter.reasonReference", d + 1, g30)) return false; continue }
if (k === "hospitalization") { if (!isJson(v) || !t_Encounter_hospitalization(v, "Encounter.hospitalization", d + 1)) return false; continue }
if (k === "serviceProvider") { if (!refers(v, "Encounter.serviceProvider", d + 1, g98)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c340, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u350, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if (o.contained !== undefined && !i90(o, undefined, c)) return false
if (o.contained !== undefined && !i91(o, undefined, c)) return false
if (o.contained !== undefined && !i92(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Encounter")) return false
return true
}
function t_Encounter_statusHistory(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v341, v)) return false; s0 |= 1; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "Encounter.statusHistory.period", d + 1)) return false; s0 |= 2; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c351, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c351, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u352, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Encounter_classHistory(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 5:
if (k === "class") { if (!isJson(v) || !t_Coding(v, "Encounter.classHistory.class", d + 1)) return false; s0 |= 1; continue }
break
case 6:
if (k === "period") { if (!isJson(v) || !t_Period(v, "Encounter.classHistory.period", d + 1)) return false; s0 |= 2; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c353, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c353, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u354, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Encounter_participant(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "type") { if (!l22(v, "Encounter.participant.type", d + 1)) return false; continue }
break
case 6:
if (k === "period") { if (!isJson(v) || !t_Period(v, "Encounter.participant.period", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c355, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "individual") { if (!refers(v, "Encounter.participant.individual", d + 1, g356)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c355, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u357, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Encounter_diagnosis(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "use") { if (!isJson(v) || !t_CodeableConcept(v, "Encounter.diagnosis.use", d + 1)) return false; continue }
break
case 4:
if (k === "rank") { if (!isPositiveInt(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c358, p, o, d + 1)) return false; continue }
if (k === "condition") { if (!refers(v, "Encounter.diagnosis.condition", d + 1, g359)) return false; s0 |= 1; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c358, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u360, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Encounter_hospitalization(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "origin") { if (!refers(v, "Encounter.hospitalization.origin", d + 1, g362)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c361, p, o, d + 1)) return false; continue }
break
case 11:
if (k === "admitSource") { if (!isJson(v) || !t_CodeableConcept(v, "Encounter.hospitalization.admitSource", d + 1)) return false; continue }
if (k === "reAdmission") { if (!isJson(v) || !t_CodeableConcept(v, "Encounter.hospitalization.reAdmission", d + 1)) return false; continue }
if (k === "destination") { if (!refers(v, "Encounter.hospitalization.destination", d + 1, g362)) return false; continue }
break
case 14:
if (k === "dietPreference") { if (!l22(v, "Encounter.hospitalization.dietPreference", d + 1)) return false; continue }
break
case 15:
if (k === "specialCourtesy") { if (!l22(v, "Encounter.hospitalization.specialCourtesy", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c361, p, o, d + 1)) return false; continue }
break
case 18:
if (k === "specialArrangement") { if (!l22(v, "Encounter.hospitalization.specialArrangement", d + 1)) return false; continue }
break
case 20:
if (k === "dischargeDisposition") { if (!isJson(v) || !t_CodeableConcept(v, "Encounter.hospitalization.dischargeDisposition", d + 1)) return false; continue }
break
case 22:
if (k === "preAdmissionIdentifier") { if (!isJson(v) || !t_Identifier(v, "Encounter.hospitalization.preAdmissionIdentifier", d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u363, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Encounter_location(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v365, v)) return false; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "Encounter.location.period", d + 1)) return false; continue }
break
case 8:
if (k === "location") { if (!refers(v, "Encounter.location.location", d + 1, g53)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c364, p, o, d + 1)) return false; continue }
break
case 12:
if (k === "physicalType") { if (!isJson(v) || !t_CodeableConcept(v, "Encounter.location.physicalType", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c364, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u366, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Endpoint(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Endpoint.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Endpoint.text", d + 1)) return false; continue }
if (k === "name") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v368, v)) return false; s0 |= 1; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "Endpoint.period", d + 1)) return false; continue }
if (k === "header") { if (!primitives(isString, v, o._header)) return false; continue }
break
case 7:
if (k === "contact") { if (!l164(v, "Endpoint.contact", d + 1)) return false; continue }
if (k === "address") { if (!isUrl(v)) return false; s0 |= 8; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c367, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Endpoint.identifier", d + 1)) return false; continue }
break
case 11:
if (k === "payloadType") { if (!l22(v, "Endpoint.payloadType", d + 1)) return false; s0 |= 4; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 14:
if (k === "connectionType") { if (!isJson(v) || !t_Coding(v, "Endpoint.connectionType", d + 1)) return false; s0 |= 2; continue }
break
case 15:
if (k === "payloadMimeType") { if (!primitives(isCode, v, o._payloadMimeType)) return false; for (let i = 0; i < v.length; i++) { const e = v[i]; if (e !== null && e !== undefined) { if (!(isMember(v42, e, "code") !== false)) return false; } } continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c367, p, o, d + 1)) return false; continue }
break
case 20:
if (k === "managingOrganization") { if (!refers(v, "Endpoint.managingOrganization", d + 1, g98)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u369, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
if (k === "_address") { s0 |= 8; }
continue
}
return false
}
if (n === 0 || s0 !== 15) return false
c.visited += n
if (o.contained !== undefined && !i93(o, undefined, c)) return false
if (o.contained !== undefined && !i94(o, undefined, c)) return false
if (o.contained !== undefined && !i95(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Endpoint")) return false
return true
}
function t_EpisodeOfCare(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "EpisodeOfCare.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "EpisodeOfCare.text", d + 1)) return false; continue }
if (k === "type") { if (!l22(v, "EpisodeOfCare.type", d + 1)) return false; continue }
if (k === "team") { if (!referAll(v, "EpisodeOfCare.team", d + 1, g146)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v371, v)) return false; s0 |= 1; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "EpisodeOfCare.period", d + 1)) return false; continue }
break
case 7:
if (k === "patient") { if (!refers(v, "EpisodeOfCare.patient", d + 1, g14)) return false; s0 |= 2; continue }
if (k === "account") { if (!referAll(v, "EpisodeOfCare.account", d + 1, g348)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c370, p, o, d + 1)) return false; continue }
if (k === "diagnosis") { if (!l373(v, "EpisodeOfCare.diagnosis", d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "EpisodeOfCare.identifier", d + 1)) return false; continue }
break
case 11:
if (k === "careManager") { if (!refers(v, "EpisodeOfCare.careManager", d + 1, g374)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "statusHistory") { if (!l372(v, "EpisodeOfCare.statusHistory", d + 1)) return false; continue }
break
case 15:
if (k === "referralRequest") { if (!referAll(v, "EpisodeOfCare.referralRequest", d + 1, g32)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c370, p, o, d + 1)) return false; continue }
break
case 20:
if (k === "managingOrganization") { if (!refers(v, "EpisodeOfCare.managingOrganization", d + 1, g98)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u375, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if (o.contained !== undefined && !i96(o, undefined, c)) return false
if (o.contained !== undefined && !i97(o, undefined, c)) return false
if (o.contained !== undefined && !i98(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "EpisodeOfCare")) return false
return true
}
function t_EpisodeOfCare_statusHistory(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v371, v)) return false; s0 |= 1; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "EpisodeOfCare.statusHistory.period", d + 1)) return false; s0 |= 2; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c376, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c376, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u377, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_EpisodeOfCare_diagnosis(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "role") { if (!isJson(v) || !t_CodeableConcept(v, "EpisodeOfCare.diagnosis.role", d + 1)) return false; continue }
if (k === "rank") { if (!isPositiveInt(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c378, p, o, d + 1)) return false; continue }
if (k === "condition") { if (!refers(v, "EpisodeOfCare.diagnosis.condition", d + 1, g147)) return false; s0 |= 1; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c378, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u379, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Expression(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "name") { if (!isId(v)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c380, p, o, d + 1)) return false; continue }
if (k === "reference") { if (!isUri(v)) return false; continue }
break
case 10:
if (k === "expression") { if (!isString(v)) return false; continue }
break
case 11:
if (k === "description") { if (!isString(v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u381, k, v, o, d + 1)) return false
if (k === "_language") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if (!i99(o, undefined, c)) return false
return true
}
function t_Extension(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { if (!isKnownUri(v)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c382, p, o, d + 1)) return false; continue }
if (k === "valueCode") { if (!isCode(v)) return false; if (h0 !== '' && h0 !== "valueCode") return false; h0 = "valueCode"; continue }
if (k === "valueDate") { if (!isDate(v)) return false; if (h0 !== '' && h0 !== "valueDate") return false; h0 = "valueDate"; continue }
break
case 11:
if (k === "valueString") { if (!isString(v)) return false; if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; continue }
if (k === "valueCoding") { if (!isJson(v) || !t_Coding(v, "Extension.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueCoding") return false; h0 = "valueCoding"; continue }
if (k === "valuePeriod") { if (!isJson(v) || !t_Period(v, "Extension.value", d + 1)) return false; if (h0 !== '' && h0 !== "valuePeriod") return false; h0 = "valuePeriod"; continue }
break
case 12:
if (k === "valueBoolean") { if (!isBoolean(v)) return false; if (h0 !== '' && h0 !== "valueBoolean") return false; h0 = "valueBoolean"; continue }
if (k === "valueInstant") { if (!isInstant(v)) return false; if (h0 !== '' && h0 !== "valueInstant") return false; h0 = "valueInstant"; continue }
if (k === "valueInteger") { if (!isInteger(v)) return false; if (h0 !== '' && h0 !== "valueInteger") return false; h0 = "valueInteger"; continue }
break
case 13:
if (k === "valueDateTime") { if (!isDateTime(v)) return false; if (h0 !== '' && h0 !== "valueDateTime") return false; h0 = "valueDateTime"; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Extension.value", d + 1, undefined)) return false; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
case 15:
if (k === "valueIdentifier") { if (!isJson(v) || !t_Identifier(v, "Extension.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueIdentifier") return false; h0 = "valueIdentifier"; continue }
break
case 20:
if (k === "valueCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "Extension.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueCodeableConcept") return false; h0 = "valueCodeableConcept"; continue }
break
}
{ const w = w383.get(k)
if (w !== undefined) { if (!w(v, d, "Extension.value")) return false; if (h0 !== '' && h0 !== k) return false; h0 = k; continue } }
if (k.charCodeAt(0) === 95) {
if (!beside(u384, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
if (k !== "_id" && k !== "_url") { if (h0 !== '' && h0 !== k.slice(1)) return false; h0 = k.slice(1); }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
return true
}
function t_Flag(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Flag.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Flag.text", d + 1)) return false; continue }
if (k === "code") { if (!isJson(v) || !t_CodeableConcept(v, "Flag.code", d + 1)) return false; s0 |= 2; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v386, v)) return false; s0 |= 1; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "Flag.period", d + 1)) return false; continue }
if (k === "author") { if (!refers(v, "Flag.author", d + 1, g388)) return false; continue }
break
case 7:
if (k === "subject") { if (!refers(v, "Flag.subject", d + 1, g387)) return false; s0 |= 4; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "category") { if (!l22(v, "Flag.category", d + 1)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c385, p, o, d + 1)) return false; continue }
if (k === "encounter") { if (!refers(v, "Flag.encounter", d + 1, g15)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Flag.identifier", d + 1)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c385, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u389, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 7) return false
c.visited += n
if (o.contained !== undefined && !i100(o, undefined, c)) return false
if (o.contained !== undefined && !i101(o, undefined, c)) return false
if (o.contained !== undefined && !i102(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Flag")) return false
return true
}
function t_Goal(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Goal.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Goal.text", d + 1)) return false; continue }
if (k === "note") { if (!l18(v, "Goal.note", d + 1)) return false; continue }
break
case 6:
if (k === "target") { if (!l393(v, "Goal.target", d + 1)) return false; continue }
break
case 7:
if (k === "subject") { if (!refers(v, "Goal.subject", d + 1, g392)) return false; s0 |= 4; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "category") { if (!l22(v, "Goal.category", d + 1)) return false; continue }
if (k === "priority") { if (!isJson(v) || !t_CodeableConcept(v, "Goal.priority", d + 1)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c390, p, o, d + 1)) return false; continue }
if (k === "startDate") { if (!isDate(v)) return false; if (h0 !== '' && h0 !== "startDate") return false; h0 = "startDate"; continue }
if (k === "addresses") { if (!referAll(v, "Goal.addresses", d + 1, g395)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Goal.identifier", d + 1)) return false; continue }
if (k === "statusDate") { if (!isDate(v)) return false; continue }
break
case 11:
if (k === "description") { if (!isJson(v) || !t_CodeableConcept(v, "Goal.description", d + 1)) return false; s0 |= 2; continue }
if (k === "expressedBy") { if (!refers(v, "Goal.expressedBy", d + 1, g394)) return false; continue }
if (k === "outcomeCode") { if (!l22(v, "Goal.outcomeCode", d + 1)) return false; continue }
break
case 12:
if (k === "statusReason") { if (!isString(v)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 15:
if (k === "lifecycleStatus") { if (!isCodeOf(v391, v)) return false; s0 |= 1; continue }
break
case 16:
if (k === "outcomeReference") { if (!referAll(v, "Goal.outcomeReference", d + 1, g305)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c390, p, o, d + 1)) return false; continue }
if (k === "achievementStatus") { if (!isJson(v) || !t_CodeableConcept(v, "Goal.achievementStatus", d + 1)) return false; continue }
break
case 20:
if (k === "startCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "Goal.start", d + 1)) return false; if (h0 !== '' && h0 !== "startCodeableConcept") return false; h0 = "startCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u396, k, v, o, d + 1)) return false
if (k === "_lifecycleStatus") { s0 |= 1; }
if (k === "_startDate") { if (h0 !== '' && h0 !== "startDate") return false; h0 = "startDate"; }
continue
}
return false
}
if (n === 0 || s0 !== 7) return false
c.visited += n
if (o.contained !== undefined && !i103(o, undefined, c)) return false
if (o.contained !== undefined && !i104(o, undefined, c)) return false
if (o.contained !== undefined && !i105(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Goal")) return false
return true
}
function t_Goal_target(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, h0 = '', h1 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 7:
if (k === "measure") { if (!isJson(v) || !t_CodeableConcept(v, "Goal.target.measure", d + 1)) return false; continue }
if (k === "dueDate") { if (!isDate(v)) return false; if (h1 !== '' && h1 !== "dueDate") return false; h1 = "dueDate"; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c397, p, o, d + 1)) return false; continue }
break
case 11:
if (k === "detailRange") { if (!isJson(v) || !t_Range(v, "Goal.target.detail", d + 1)) return false; if (h0 !== '' && h0 !== "detailRange") return false; h0 = "detailRange"; continue }
if (k === "detailRatio") { if (!isJson(v) || !t_Ratio(v, "Goal.target.detail", d + 1)) return false; if (h0 !== '' && h0 !== "detailRatio") return false; h0 = "detailRatio"; continue }
if (k === "dueDuration") { if (!isJson(v) || !t_Duration(v, "Goal.target.due", d + 1)) return false; if (h1 !== '' && h1 !== "dueDuration") return false; h1 = "dueDuration"; continue }
break
case 12:
if (k === "detailString") { if (!isString(v)) return false; if (h0 !== '' && h0 !== "detailString") return false; h0 = "detailString"; continue }
break
case 13:
if (k === "detailBoolean") { if (!isBoolean(v)) return false; if (h0 !== '' && h0 !== "detailBoolean") return false; h0 = "detailBoolean"; continue }
if (k === "detailInteger") { if (!isInteger(v)) return false; if (h0 !== '' && h0 !== "detailInteger") return false; h0 = "detailInteger"; continue }
break
case 14:
if (k === "detailQuantity") { if (!isJson(v) || !t_Quantity(v, "Goal.target.detail", d + 1)) return false; if (h0 !== '' && h0 !== "detailQuantity") return false; h0 = "detailQuantity"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c397, p, o, d + 1)) return false; continue }
break
case 21:
if (k === "detailCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "Goal.target.detail", d + 1)) return false; if (h0 !== '' && h0 !== "detailCodeableConcept") return false; h0 = "detailCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u398, k, v, o, d + 1)) return false
if (k === "_detailString") { if (h0 !== '' && h0 !== "detailString") return false; h0 = "detailString"; }
if (k === "_detailBoolean") { if (h0 !== '' && h0 !== "detailBoolean") return false; h0 = "detailBoolean"; }
if (k === "_detailInteger") { if (h0 !== '' && h0 !== "detailInteger") return false; h0 = "detailInteger"; }
if (k === "_dueDate") { if (h1 !== '' && h1 !== "dueDate") return false; h1 = "dueDate"; }
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i106(o, undefined, c)) return false
return true
}
function t_HealthcareService(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "HealthcareService.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "HealthcareService.text", d + 1)) return false; continue }
if (k === "type") { if (!l22(v, "HealthcareService.type", d + 1)) return false; continue }
if (k === "name") { if (!isString(v)) return false; continue }
break
case 5:
if (k === "photo") { if (!isJson(v) || !t_Attachment(v, "HealthcareService.photo", d + 1)) return false; continue }
break
case 6:
if (k === "active") { if (!isBoolean(v)) return false; continue }
break
case 7:
if (k === "comment") { if (!isString(v)) return false; continue }
if (k === "telecom") { if (!l164(v, "HealthcareService.telecom", d + 1)) return false; continue }
if (k === "program") { if (!l22(v, "HealthcareService.program", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "category") { if (!l22(v, "HealthcareService.category", d + 1)) return false; continue }
if (k === "location") { if (!referAll(v, "HealthcareService.location", d + 1, g53)) return false; continue }
if (k === "endpoint") { if (!referAll(v, "HealthcareService.endpoint", d + 1, g403)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c399, p, o, d + 1)) return false; continue }
if (k === "specialty") { if (!l22(v, "HealthcareService.specialty", d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "HealthcareService.identifier", d + 1)) return false; continue }
if (k === "providedBy") { if (!refers(v, "HealthcareService.providedBy", d + 1, g98)) return false; continue }
break
case 11:
if (k === "eligibility") { if (!l400(v, "HealthcareService.eligibility", d + 1)) return false; continue }
break
case 12:
if (k === "extraDetails") { if (!isMarkdown(v)) return false; continue }
if (k === "coverageArea") { if (!referAll(v, "HealthcareService.coverageArea", d + 1, g53)) return false; continue }
if (k === "notAvailable") { if (!l402(v, "HealthcareService.notAvailable", d + 1)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "communication") { if (!l22(v, "HealthcareService.communication", d + 1)) return false; continue }
if (k === "availableTime") { if (!l401(v, "HealthcareService.availableTime", d + 1)) return false; continue }
break
case 14:
if (k === "characteristic") { if (!l22(v, "HealthcareService.characteristic", d + 1)) return false; continue }
if (k === "referralMethod") { if (!l22(v, "HealthcareService.referralMethod", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c399, p, o, d + 1)) return false; continue }
break
case 19:
if (k === "appointmentRequired") { if (!isBoolean(v)) return false; continue }
break
case 20:
if (k === "serviceProvisionCode") { if (!l22(v, "HealthcareService.serviceProvisionCode", d + 1)) return false; continue }
break
case 22:
if (k === "availabilityExceptions") { if (!isString(v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u404, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (o.contained !== undefined && !i107(o, undefined, c)) return false
if (o.contained !== undefined && !i108(o, undefined, c)) return false
if (o.contained !== undefined && !i109(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "HealthcareService")) return false
return true
}
function t_HealthcareService_eligibility(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "code") { if (!isJson(v) || !t_CodeableConcept(v, "HealthcareService.eligibility.code", d + 1)) return false; continue }
break
case 7:
if (k === "comment") { if (!isMarkdown(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c405, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c405, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u406, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_HealthcareService_availableTime(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "allDay") { if (!isBoolean(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c407, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "daysOfWeek") { if (!primitives(isCode, v, o._daysOfWeek)) return false; for (let i = 0; i < v.length; i++) { const e = v[i]; if (e !== null && e !== undefined) { if (!(isMember(v408, e, "code") !== false)) return false; } } continue }
break
case 16:
if (k === "availableEndTime") { if (!isTime(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c407, p, o, d + 1)) return false; continue }
break
case 18:
if (k === "availableStartTime") { if (!isTime(v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u409, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_HealthcareService_notAvailable(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "during") { if (!isJson(v) || !t_Period(v, "HealthcareService.notAvailable.during", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c410, p, o, d + 1)) return false; continue }
break
case 11:
if (k === "description") { if (!isString(v)) return false; s0 |= 1; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c410, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u411, k, v, o, d + 1)) return false
if (k === "_description") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_HumanName(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "use") { if (!isCodeOf(v413, v)) return false; continue }
break
case 4:
if (k === "text") { if (!isString(v)) return false; continue }
break
case 5:
if (k === "given") { if (!primitives(isString, v, o._given)) return false; continue }
break
case 6:
if (k === "family") { if (!isString(v)) return false; continue }
if (k === "prefix") { if (!primitives(isString, v, o._prefix)) return false; continue }
if (k === "suffix") { if (!primitives(isString, v, o._suffix)) return false; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "HumanName.period", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c412, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u414, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Identifier(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "use") { if (!isCodeOf(v416, v)) return false; continue }
break
case 4:
if (k === "type") { if (!isJson(v) || !t_CodeableConcept(v, "Identifier.type", d + 1)) return false; continue }
break
case 5:
if (k === "value") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "system") { if (!isKnownUri(v)) return false; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "Identifier.period", d + 1)) return false; continue }
break
case 8:
if (k === "assigner") { if (!refers(v, "Identifier.assigner", d + 1, g98)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c415, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u417, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_List(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "List.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "List.text", d + 1)) return false; continue }
if (k === "mode") { if (!isCodeOf(v203, v)) return false; s0 |= 2; continue }
if (k === "code") { if (!isJson(v) || !t_CodeableConcept(v, "List.code", d + 1)) return false; continue }
if (k === "date") { if (!isDateTime(v)) return false; continue }
if (k === "note") { if (!l18(v, "List.note", d + 1)) return false; continue }
break
case 5:
if (k === "title") { if (!isString(v)) return false; continue }
if (k === "entry") { if (!l421(v, "List.entry", d + 1)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v419, v)) return false; s0 |= 1; continue }
if (k === "source") { if (!refers(v, "List.source", d + 1, g420)) return false; continue }
break
case 7:
if (k === "subject") { if (!refers(v, "List.subject", d + 1, g302)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c418, p, o, d + 1)) return false; continue }
if (k === "encounter") { if (!refers(v, "List.encounter", d + 1, g15)) return false; continue }
if (k === "orderedBy") { if (!isJson(v) || !t_CodeableConcept(v, "List.orderedBy", d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "List.identifier", d + 1)) return false; continue }
break
case 11:
if (k === "emptyReason") { if (!isJson(v) || !t_CodeableConcept(v, "List.emptyReason", d + 1)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c418, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u422, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
if (k === "_mode") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if (o.contained !== undefined && !i110(o, undefined, c)) return false
if (o.contained !== undefined && !i111(o, undefined, c)) return false
if (o.contained !== undefined && !i112(o, undefined, c)) return false
if (!i113(o, undefined, c)) return false
if (!i114(o, undefined, c)) return false
if (!i115(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "List")) return false
return true
}
function t_List_entry(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "flag") { if (!isJson(v) || !t_CodeableConcept(v, "List.entry.flag", d + 1)) return false; continue }
if (k === "date") { if (!isDateTime(v)) return false; continue }
if (k === "item") { if (!refers(v, "List.entry.item", d + 1, undefined)) return false; s0 |= 1; continue }
break
case 7:
if (k === "deleted") { if (!isBoolean(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c423, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c423, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u424, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Location(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Location.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Location.text", d + 1)) return false; continue }
if (k === "name") { if (!isString(v)) return false; continue }
if (k === "mode") { if (!isCodeOf(v427, v)) return false; continue }
if (k === "type") { if (!l22(v, "Location.type", d + 1)) return false; continue }
break
case 5:
if (k === "alias") { if (!primitives(isString, v, o._alias)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v426, v)) return false; continue }
if (k === "partOf") { if (!refers(v, "Location.partOf", d + 1, g53)) return false; continue }
break
case 7:
if (k === "telecom") { if (!l164(v, "Location.telecom", d + 1)) return false; continue }
if (k === "address") { if (!isJson(v) || !t_Address(v, "Location.address", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "position") { if (!isJson(v) || !t_Location_position(v, "Location.position", d + 1)) return false; continue }
if (k === "endpoint") { if (!referAll(v, "Location.endpoint", d + 1, g403)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c425, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Location.identifier", d + 1)) return false; continue }
break
case 11:
if (k === "description") { if (!isString(v)) return false; continue }
break
case 12:
if (k === "physicalType") { if (!isJson(v) || !t_CodeableConcept(v, "Location.physicalType", d + 1)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 16:
if (k === "hoursOfOperation") { if (!l428(v, "Location.hoursOfOperation", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c425, p, o, d + 1)) return false; continue }
if (k === "operationalStatus") { if (!isJson(v) || !t_Coding(v, "Location.operationalStatus", d + 1)) return false; continue }
break
case 20:
if (k === "managingOrganization") { if (!refers(v, "Location.managingOrganization", d + 1, g98)) return false; continue }
break
case 22:
if (k === "availabilityExceptions") { if (!isString(v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u429, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (o.contained !== undefined && !i116(o, undefined, c)) return false
if (o.contained !== undefined && !i117(o, undefined, c)) return false
if (o.contained !== undefined && !i118(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Location")) return false
return true
}
function t_Location_position(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 8:
if (k === "latitude") { if (!isDecimal(v)) return false; s0 |= 2; continue }
if (k === "altitude") { if (!isDecimal(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c430, p, o, d + 1)) return false; continue }
if (k === "longitude") { if (!isDecimal(v)) return false; s0 |= 1; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c430, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u431, k, v, o, d + 1)) return false
if (k === "_longitude") { s0 |= 1; }
if (k === "_latitude") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Location_hoursOfOperation(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "allDay") { if (!isBoolean(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c432, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "daysOfWeek") { if (!primitives(isCode, v, o._daysOfWeek)) return false; for (let i = 0; i < v.length; i++) { const e = v[i]; if (e !== null && e !== undefined) { if (!(isMember(v408, e, "code") !== false)) return false; } } continue }
break
case 11:
if (k === "openingTime") { if (!isTime(v)) return false; continue }
if (k === "closingTime") { if (!isTime(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c432, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u433, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Medication(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Medication.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Medication.text", d + 1)) return false; continue }
if (k === "code") { if (!isJson(v) || !t_CodeableConcept(v, "Medication.code", d + 1)) return false; continue }
if (k === "form") { if (!isJson(v) || !t_CodeableConcept(v, "Medication.form", d + 1)) return false; continue }
break
case 5:
if (k === "batch") { if (!isJson(v) || !t_Medication_batch(v, "Medication.batch", d + 1)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v435, v)) return false; continue }
if (k === "amount") { if (!isJson(v) || !t_Ratio(v, "Medication.amount", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c434, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Medication.identifier", d + 1)) return false; continue }
if (k === "ingredient") { if (!l436(v, "Medication.ingredient", d + 1)) return false; continue }
break
case 12:
if (k === "manufacturer") { if (!refers(v, "Medication.manufacturer", d + 1, g98)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c434, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u437, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (o.contained !== undefined && !i119(o, undefined, c)) return false
if (o.contained !== undefined && !i120(o, undefined, c)) return false
if (o.contained !== undefined && !i121(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Medication")) return false
return true
}
function t_Medication_ingredient(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 8:
if (k === "isActive") { if (!isBoolean(v)) return false; continue }
if (k === "strength") { if (!isJson(v) || !t_Ratio(v, "Medication.ingredient.strength", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c438, p, o, d + 1)) return false; continue }
break
case 13:
if (k === "itemReference") { if (!refers(v, "Medication.ingredient.item", d + 1, g439)) return false; s0 |= 1; if (h0 !== '' && h0 !== "itemReference") return false; h0 = "itemReference"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c438, p, o, d + 1)) return false; continue }
break
case 19:
if (k === "itemCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "Medication.ingredient.item", d + 1)) return false; s0 |= 1; if (h0 !== '' && h0 !== "itemCodeableConcept") return false; h0 = "itemCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u440, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Medication_batch(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c441, p, o, d + 1)) return false; continue }
if (k === "lotNumber") { if (!isString(v)) return false; continue }
break
case 14:
if (k === "expirationDate") { if (!isDateTime(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c441, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u442, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_MedicationRequest(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', h1 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "MedicationRequest.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "MedicationRequest.text", d + 1)) return false; continue }
if (k === "note") { if (!l18(v, "MedicationRequest.note", d + 1)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v444, v)) return false; s0 |= 1; continue }
if (k === "intent") { if (!isCodeOf(v445, v)) return false; s0 |= 2; continue }
break
case 7:
if (k === "subject") { if (!refers(v, "MedicationRequest.subject", d + 1, g144)) return false; s0 |= 8; continue }
if (k === "basedOn") { if (!referAll(v, "MedicationRequest.basedOn", d + 1, g451)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "category") { if (!l22(v, "MedicationRequest.category", d + 1)) return false; continue }
if (k === "priority") { if (!isCodeOf(v176, v)) return false; continue }
if (k === "recorder") { if (!refers(v, "MedicationRequest.recorder", d + 1, g374)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c443, p, o, d + 1)) return false; continue }
if (k === "encounter") { if (!refers(v, "MedicationRequest.encounter", d + 1, g15)) return false; continue }
if (k === "requester") { if (!refers(v, "MedicationRequest.requester", d + 1, g448)) return false; continue }
if (k === "performer") { if (!refers(v, "MedicationRequest.performer", d + 1, g449)) return false; continue }
if (k === "insurance") { if (!referAll(v, "MedicationRequest.insurance", d + 1, g294)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "MedicationRequest.identifier", d + 1)) return false; continue }
if (k === "authoredOn") { if (!isDateTime(v)) return false; continue }
if (k === "reasonCode") { if (!l22(v, "MedicationRequest.reasonCode", d + 1)) return false; continue }
break
case 12:
if (k === "statusReason") { if (!isJson(v) || !t_CodeableConcept(v, "MedicationRequest.statusReason", d + 1)) return false; continue }
if (k === "doNotPerform") { if (!isBoolean(v)) return false; continue }
if (k === "substitution") { if (!isJson(v) || !t_MedicationRequest_substitution(v, "MedicationRequest.substitution", d + 1)) return false; continue }
if (k === "eventHistory") { if (!referAll(v, "MedicationRequest.eventHistory", d + 1, g295)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "performerType") { if (!isJson(v) || !t_CodeableConcept(v, "MedicationRequest.performerType", d + 1)) return false; continue }
if (k === "detectedIssue") { if (!referAll(v, "MedicationRequest.detectedIssue", d + 1, g454)) return false; continue }
break
case 15:
if (k === "reportedBoolean") { if (!isBoolean(v)) return false; if (h0 !== '' && h0 !== "reportedBoolean") return false; h0 = "reportedBoolean"; continue }
if (k === "reasonReference") { if (!referAll(v, "MedicationRequest.reasonReference", d + 1, g450)) return false; continue }
if (k === "instantiatesUri") { if (!primitives(isUri, v, o._instantiatesUri)) return false; continue }
if (k === "groupIdentifier") { if (!isJson(v) || !t_Identifier(v, "MedicationRequest.groupIdentifier", d + 1)) return false; continue }
if (k === "dispenseRequest") { if (!isJson(v) || !t_MedicationRequest_dispenseRequest(v, "MedicationRequest.dispenseRequest", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c443, p, o, d + 1)) return false; continue }
if (k === "reportedReference") { if (!refers(v, "MedicationRequest.reported", d + 1, g446)) return false; if (h0 !== '' && h0 !== "reportedReference") return false; h0 = "reportedReference"; continue }
if (k === "dosageInstruction") { if (!l452(v, "MedicationRequest.dosageInstruction", d + 1)) return false; continue }
if (k === "priorPrescription") { if (!refers(v, "MedicationRequest.priorPrescription", d + 1, g453)) return false; continue }
break
case 19:
if (k === "medicationReference") { if (!refers(v, "MedicationRequest.medication", d + 1, g447)) return false; s0 |= 4; if (h1 !== '' && h1 !== "medicationReference") return false; h1 = "medicationReference"; continue }
if (k === "courseOfTherapyType") { if (!isJson(v) || !t_CodeableConcept(v, "MedicationRequest.courseOfTherapyType", d + 1)) return false; continue }
break
case 21:
if (k === "supportingInformation") { if (!referAll(v, "MedicationRequest.supportingInformation", d + 1, undefined)) return false; continue }
if (k === "instantiatesCanonical") { if (!primitives(isCanonical, v, o._instantiatesCanonical)) return false; continue }
break
case 25:
if (k === "medicationCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "MedicationRequest.medication", d + 1)) return false; s0 |= 4; if (h1 !== '' && h1 !== "medicationCodeableConcept") return false; h1 = "medicationCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u455, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
if (k === "_intent") { s0 |= 2; }
if (k === "_reportedBoolean") { if (h0 !== '' && h0 !== "reportedBoolean") return false; h0 = "reportedBoolean"; }
continue
}
return false
}
if (n === 0 || s0 !== 15) return false
c.visited += n
if (o.contained !== undefined && !i122(o, undefined, c)) return false
if (o.contained !== undefined && !i123(o, undefined, c)) return false
if (o.contained !== undefined && !i124(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "MedicationRequest")) return false
return true
}
function t_MedicationRequest_dispenseRequest(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 8:
if (k === "quantity") { if (!isJson(v) || !t_Quantity(v, "MedicationRequest.dispenseRequest.quantity", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c456, p, o, d + 1)) return false; continue }
if (k === "performer") { if (!refers(v, "MedicationRequest.dispenseRequest.performer", d + 1, g98)) return false; continue }
break
case 11:
if (k === "initialFill") { if (!isJson(v) || !t_MedicationRequest_dispenseRequest_initialFill(v, "MedicationRequest.dispenseRequest.initialFill", d + 1)) return false; continue }
break
case 14:
if (k === "validityPeriod") { if (!isJson(v) || !t_Period(v, "MedicationRequest.dispenseRequest.validityPeriod", d + 1)) return false; continue }
break
case 16:
if (k === "dispenseInterval") { if (!isJson(v) || !t_Duration(v, "MedicationRequest.dispenseRequest.dispenseInterval", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c456, p, o, d + 1)) return false; continue }
break
case 22:
if (k === "numberOfRepeatsAllowed") { if (!isUnsignedInt(v)) return false; continue }
if (k === "expectedSupplyDuration") { if (!isJson(v) || !t_Duration(v, "MedicationRequest.dispenseRequest.expectedSupplyDuration", d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u457, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_MedicationRequest_dispenseRequest_initialFill(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 8:
if (k === "quantity") { if (!isJson(v) || !t_Quantity(v, "MedicationRequest.dispenseRequest.initialFill.quantity", d + 1)) return false; continue }
if (k === "duration") { if (!isJson(v) || !t_Duration(v, "MedicationRequest.dispenseRequest.initialFill.duration", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c458, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c458, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u459, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_MedicationRequest_substitution(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "reason") { if (!isJson(v) || !t_CodeableConcept(v, "MedicationRequest.substitution.reason", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c460, p, o, d + 1)) return false; continue }
break
case 14:
if (k === "allowedBoolean") { if (!isBoolean(v)) return false; s0 |= 1; if (h0 !== '' && h0 !== "allowedBoolean") return false; h0 = "allowedBoolean"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c460, p, o, d + 1)) return false; continue }
break
case 22:
if (k === "allowedCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "MedicationRequest.substitution.allowed", d + 1)) return false; s0 |= 1; if (h0 !== '' && h0 !== "allowedCodeableConcept") return false; h0 = "allowedCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u461, k, v, o, d + 1)) return false
if (k === "_allowedBoolean") { s0 |= 1; if (h0 !== '' && h0 !== "allowedBoolean") return false; h0 = "allowedBoolean"; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_MedicationStatement(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', h1 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "MedicationStatement.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "MedicationStatement.text", d + 1)) return false; continue }
if (k === "note") { if (!l18(v, "MedicationStatement.note", d + 1)) return false; continue }
break
case 6:
if (k === "partOf") { if (!referAll(v, "MedicationStatement.partOf", d + 1, g464)) return false; continue }
if (k === "status") { if (!isCodeOf(v465, v)) return false; s0 |= 1; continue }
if (k === "dosage") { if (!l452(v, "MedicationStatement.dosage", d + 1)) return false; continue }
break
case 7:
if (k === "basedOn") { if (!referAll(v, "MedicationStatement.basedOn", d + 1, g463)) return false; continue }
if (k === "subject") { if (!refers(v, "MedicationStatement.subject", d + 1, g144)) return false; s0 |= 4; continue }
if (k === "context") { if (!refers(v, "MedicationStatement.context", d + 1, g329)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "category") { if (!isJson(v) || !t_CodeableConcept(v, "MedicationStatement.category", d + 1)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c462, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "MedicationStatement.identifier", d + 1)) return false; continue }
if (k === "reasonCode") { if (!l22(v, "MedicationStatement.reasonCode", d + 1)) return false; continue }
break
case 11:
if (k === "derivedFrom") { if (!referAll(v, "MedicationStatement.derivedFrom", d + 1, undefined)) return false; continue }
break
case 12:
if (k === "statusReason") { if (!l22(v, "MedicationStatement.statusReason", d + 1)) return false; continue }
if (k === "dateAsserted") { if (!isDateTime(v)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 15:
if (k === "effectivePeriod") { if (!isJson(v) || !t_Period(v, "MedicationStatement.effective", d + 1)) return false; if (h1 !== '' && h1 !== "effectivePeriod") return false; h1 = "effectivePeriod"; continue }
if (k === "reasonReference") { if (!referAll(v, "MedicationStatement.reasonReference", d + 1, g466)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c462, p, o, d + 1)) return false; continue }
if (k === "effectiveDateTime") { if (!isDateTime(v)) return false; if (h1 !== '' && h1 !== "effectiveDateTime") return false; h1 = "effectiveDateTime"; continue }
if (k === "informationSource") { if (!refers(v, "MedicationStatement.informationSource", d + 1, g446)) return false; continue }
break
case 19:
if (k === "medicationReference") { if (!refers(v, "MedicationStatement.medication", d + 1, g447)) return false; s0 |= 2; if (h0 !== '' && h0 !== "medicationReference") return false; h0 = "medicationReference"; continue }
break
case 25:
if (k === "medicationCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "MedicationStatement.medication", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "medicationCodeableConcept") return false; h0 = "medicationCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u467, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
if (k === "_effectiveDateTime") { if (h1 !== '' && h1 !== "effectiveDateTime") return false; h1 = "effectiveDateTime"; }
continue
}
return false
}
if (n === 0 || s0 !== 7) return false
c.visited += n
if (o.contained !== undefined && !i125(o, undefined, c)) return false
if (o.contained !== undefined && !i126(o, undefined, c)) return false
if (o.contained !== undefined && !i127(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "MedicationStatement")) return false
return true
}
function t_MessageHeader(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "MessageHeader.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "MessageHeader.text", d + 1)) return false; continue }
break
case 5:
if (k === "focus") { if (!referAll(v, "MessageHeader.focus", d + 1, undefined)) return false; continue }
break
case 6:
if (k === "sender") { if (!refers(v, "MessageHeader.sender", d + 1, g319)) return false; continue }
if (k === "author") { if (!refers(v, "MessageHeader.author", d + 1, g374)) return false; continue }
if (k === "source") { if (!isJson(v) || !t_MessageHeader_source(v, "MessageHeader.source", d + 1)) return false; s0 |= 2; continue }
if (k === "reason") { if (!isJson(v) || !t_CodeableConcept(v, "MessageHeader.reason", d + 1)) return false; continue }
break
case 7:
if (k === "enterer") { if (!refers(v, "MessageHeader.enterer", d + 1, g374)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "eventUri") { if (!isUri(v)) return false; s0 |= 1; if (h0 !== '' && h0 !== "eventUri") return false; h0 = "eventUri"; continue }
if (k === "response") { if (!isJson(v) || !t_MessageHeader_response(v, "MessageHeader.response", d + 1)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c468, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "definition") { if (!isCanonical(v)) return false; continue }
break
case 11:
if (k === "eventCoding") { if (!isJson(v) || !t_Coding(v, "MessageHeader.event", d + 1)) return false; s0 |= 1; if (h0 !== '' && h0 !== "eventCoding") return false; h0 = "eventCoding"; continue }
if (k === "destination") { if (!l469(v, "MessageHeader.destination", d + 1)) return false; continue }
if (k === "responsible") { if (!refers(v, "MessageHeader.responsible", d + 1, g319)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c468, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u470, k, v, o, d + 1)) return false
if (k === "_eventUri") { s0 |= 1; if (h0 !== '' && h0 !== "eventUri") return false; h0 = "eventUri"; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if (o.contained !== undefined && !i128(o, undefined, c)) return false
if (o.contained !== undefined && !i129(o, undefined, c)) return false
if (o.contained !== undefined && !i130(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "MessageHeader")) return false
return true
}
function t_MessageHeader_destination(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "name") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "target") { if (!refers(v, "MessageHeader.destination.target", d + 1, g273)) return false; continue }
break
case 8:
if (k === "endpoint") { if (!isUrl(v)) return false; s0 |= 1; continue }
if (k === "receiver") { if (!refers(v, "MessageHeader.destination.receiver", d + 1, g319)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c471, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c471, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u472, k, v, o, d + 1)) return false
if (k === "_endpoint") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_MessageHeader_source(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "name") { if (!isString(v)) return false; continue }
break
case 7:
if (k === "version") { if (!isString(v)) return false; continue }
if (k === "contact") { if (!isJson(v) || !t_ContactPoint(v, "MessageHeader.source.contact", d + 1)) return false; continue }
break
case 8:
if (k === "software") { if (!isString(v)) return false; continue }
if (k === "endpoint") { if (!isUrl(v)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c473, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c473, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u474, k, v, o, d + 1)) return false
if (k === "_endpoint") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_MessageHeader_response(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "code") { if (!isCodeOf(v476, v)) return false; s0 |= 2; continue }
break
case 7:
if (k === "details") { if (!refers(v, "MessageHeader.response.details", d + 1, g477)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c475, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!isId(v)) return false; s0 |= 1; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c475, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u478, k, v, o, d + 1)) return false
if (k === "_identifier") { s0 |= 1; }
if (k === "_code") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Meta(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "tag") { if (!l45(v, "Meta.tag", d + 1)) return false; continue }
break
case 6:
if (k === "source") { if (!isUri(v)) return false; continue }
break
case 7:
if (k === "profile") { if (!primitives(isKnownUri, v, o._profile)) return false; continue }
break
case 8:
if (k === "security") { if (!l45(v, "Meta.security", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c479, p, o, d + 1)) return false; continue }
if (k === "versionId") { if (!isId(v)) return false; continue }
break
case 11:
if (k === "lastUpdated") { if (!isInstant(v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u480, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Money(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 5:
if (k === "value") { if (!isDecimal(v)) return false; continue }
break
case 8:
if (k === "currency") { if (!isCodeOf(v482, v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c481, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u483, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Narrative(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "div") { if (!isNarrative(v)) return false; s0 |= 2; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v485, v)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c484, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u486, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
if (k === "_div") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Observation(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', h1 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Observation.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Observation.text", d + 1)) return false; continue }
if (k === "code") { if (!isJson(v) || !t_CodeableConcept(v, "Observation.code", d + 1)) return false; s0 |= 2; continue }
if (k === "note") { if (!l18(v, "Observation.note", d + 1)) return false; continue }
break
case 5:
if (k === "focus") { if (!referAll(v, "Observation.focus", d + 1, undefined)) return false; continue }
break
case 6:
if (k === "partOf") { if (!referAll(v, "Observation.partOf", d + 1, g489)) return false; continue }
if (k === "status") { if (!isCodeOf(v490, v)) return false; s0 |= 1; continue }
if (k === "issued") { if (!isInstant(v)) return false; continue }
if (k === "method") { if (!isJson(v) || !t_CodeableConcept(v, "Observation.method", d + 1)) return false; continue }
if (k === "device") { if (!refers(v, "Observation.device", d + 1, g492)) return false; continue }
break
case 7:
if (k === "basedOn") { if (!referAll(v, "Observation.basedOn", d + 1, g488)) return false; continue }
if (k === "subject") { if (!refers(v, "Observation.subject", d + 1, g302)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "category") { if (!l22(v, "Observation.category", d + 1)) return false; continue }
if (k === "bodySite") { if (!isJson(v) || !t_CodeableConcept(v, "Observation.bodySite", d + 1)) return false; continue }
if (k === "specimen") { if (!refers(v, "Observation.specimen", d + 1, g304)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c487, p, o, d + 1)) return false; continue }
if (k === "encounter") { if (!refers(v, "Observation.encounter", d + 1, g15)) return false; continue }
if (k === "performer") { if (!referAll(v, "Observation.performer", d + 1, g491)) return false; continue }
if (k === "valueTime") { if (!isTime(v)) return false; if (h1 !== '' && h1 !== "valueTime") return false; h1 = "valueTime"; continue }
if (k === "hasMember") { if (!referAll(v, "Observation.hasMember", d + 1, g494)) return false; continue }
if (k === "component") { if (!l496(v, "Observation.component", d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Observation.identifier", d + 1)) return false; continue }
if (k === "valueRange") { if (!isJson(v) || !t_Range(v, "Observation.value", d + 1)) return false; if (h1 !== '' && h1 !== "valueRange") return false; h1 = "valueRange"; continue }
if (k === "valueRatio") { if (!isJson(v) || !t_Ratio(v, "Observation.value", d + 1)) return false; if (h1 !== '' && h1 !== "valueRatio") return false; h1 = "valueRatio"; continue }
break
case 11:
if (k === "valueString") { if (!isString(v)) return false; if (h1 !== '' && h1 !== "valueString") return false; h1 = "valueString"; continue }
if (k === "valuePeriod") { if (!isJson(v) || !t_Period(v, "Observation.value", d + 1)) return false; if (h1 !== '' && h1 !== "valuePeriod") return false; h1 = "valuePeriod"; continue }
if (k === "derivedFrom") { if (!referAll(v, "Observation.derivedFrom", d + 1, g495)) return false; continue }
break
case 12:
if (k === "valueBoolean") { if (!isBoolean(v)) return false; if (h1 !== '' && h1 !== "valueBoolean") return false; h1 = "valueBoolean"; continue }
if (k === "valueInteger") { if (!isInteger(v)) return false; if (h1 !== '' && h1 !== "valueInteger") return false; h1 = "valueInteger"; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "valueQuantity") { if (!isJson(v) || !t_Quantity(v, "Observation.value", d + 1)) return false; if (h1 !== '' && h1 !== "valueQuantity") return false; h1 = "valueQuantity"; continue }
if (k === "valueDateTime") { if (!isDateTime(v)) return false; if (h1 !== '' && h1 !== "valueDateTime") return false; h1 = "valueDateTime"; continue }
break
case 14:
if (k === "interpretation") { if (!l22(v, "Observation.interpretation", d + 1)) return false; continue }
if (k === "referenceRange") { if (!l493(v, "Observation.referenceRange", d + 1)) return false; continue }
break
case 15:
if (k === "effectivePeriod") { if (!isJson(v) || !t_Period(v, "Observation.effective", d + 1)) return false; if (h0 !== '' && h0 !== "effectivePeriod") return false; h0 = "effectivePeriod"; continue }
if (k === "effectiveTiming") { if (!isJson(v) || !t_Timing(v, "Observation.effective", d + 1)) return false; if (h0 !== '' && h0 !== "effectiveTiming") return false; h0 = "effectiveTiming"; continue }
break
case 16:
if (k === "effectiveInstant") { if (!isInstant(v)) return false; if (h0 !== '' && h0 !== "effectiveInstant") return false; h0 = "effectiveInstant"; continue }
if (k === "valueSampledData") { if (!isJson(v) || !t_SampledData(v, "Observation.value", d + 1)) return false; if (h1 !== '' && h1 !== "valueSampledData") return false; h1 = "valueSampledData"; continue }
if (k === "dataAbsentReason") { if (!isJson(v) || !t_CodeableConcept(v, "Observation.dataAbsentReason", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c487, p, o, d + 1)) return false; continue }
if (k === "effectiveDateTime") { if (!isDateTime(v)) return false; if (h0 !== '' && h0 !== "effectiveDateTime") return false; h0 = "effectiveDateTime"; continue }
break
case 20:
if (k === "valueCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "Observation.value", d + 1)) return false; if (h1 !== '' && h1 !== "valueCodeableConcept") return false; h1 = "valueCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u497, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
if (k === "_effectiveDateTime") { if (h0 !== '' && h0 !== "effectiveDateTime") return false; h0 = "effectiveDateTime"; }
if (k === "_effectiveInstant") { if (h0 !== '' && h0 !== "effectiveInstant") return false; h0 = "effectiveInstant"; }
if (k === "_valueString") { if (h1 !== '' && h1 !== "valueString") return false; h1 = "valueString"; }
if (k === "_valueBoolean") { if (h1 !== '' && h1 !== "valueBoolean") return false; h1 = "valueBoolean"; }
if (k === "_valueInteger") { if (h1 !== '' && h1 !== "valueInteger") return false; h1 = "valueInteger"; }
if (k === "_valueTime") { if (h1 !== '' && h1 !== "valueTime") return false; h1 = "valueTime"; }
if (k === "_valueDateTime") { if (h1 !== '' && h1 !== "valueDateTime") return false; h1 = "valueDateTime"; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if (o.contained !== undefined && !i131(o, undefined, c)) return false
if (o.contained !== undefined && !i132(o, undefined, c)) return false
if (o.contained !== undefined && !i133(o, undefined, c)) return false
if (!i134(o, undefined, c)) return false
if (!i135(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Observation")) return false
return true
}
function t_Observation_referenceRange(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "low") { if (!isJson(v) || !t_Quantity(v, "Observation.referenceRange.low", d + 1)) return false; continue }
if (k === "age") { if (!isJson(v) || !t_Range(v, "Observation.referenceRange.age", d + 1)) return false; continue }
break
case 4:
if (k === "high") { if (!isJson(v) || !t_Quantity(v, "Observation.referenceRange.high", d + 1)) return false; continue }
if (k === "type") { if (!isJson(v) || !t_CodeableConcept(v, "Observation.referenceRange.type", d + 1)) return false; continue }
if (k === "text") { if (!isString(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c498, p, o, d + 1)) return false; continue }
if (k === "appliesTo") { if (!l22(v, "Observation.referenceRange.appliesTo", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c498, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u499, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i136(o, undefined, c)) return false
return true
}
function t_Observation_component(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "code") { if (!isJson(v) || !t_CodeableConcept(v, "Observation.component.code", d + 1)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c500, p, o, d + 1)) return false; continue }
if (k === "valueTime") { if (!isTime(v)) return false; if (h0 !== '' && h0 !== "valueTime") return false; h0 = "valueTime"; continue }
break
case 10:
if (k === "valueRange") { if (!isJson(v) || !t_Range(v, "Observation.component.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueRange") return false; h0 = "valueRange"; continue }
if (k === "valueRatio") { if (!isJson(v) || !t_Ratio(v, "Observation.component.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueRatio") return false; h0 = "valueRatio"; continue }
break
case 11:
if (k === "valueString") { if (!isString(v)) return false; if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; continue }
if (k === "valuePeriod") { if (!isJson(v) || !t_Period(v, "Observation.component.value", d + 1)) return false; if (h0 !== '' && h0 !== "valuePeriod") return false; h0 = "valuePeriod"; continue }
break
case 12:
if (k === "valueBoolean") { if (!isBoolean(v)) return false; if (h0 !== '' && h0 !== "valueBoolean") return false; h0 = "valueBoolean"; continue }
if (k === "valueInteger") { if (!isInteger(v)) return false; if (h0 !== '' && h0 !== "valueInteger") return false; h0 = "valueInteger"; continue }
break
case 13:
if (k === "valueQuantity") { if (!isJson(v) || !t_Quantity(v, "Observation.component.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueQuantity") return false; h0 = "valueQuantity"; continue }
if (k === "valueDateTime") { if (!isDateTime(v)) return false; if (h0 !== '' && h0 !== "valueDateTime") return false; h0 = "valueDateTime"; continue }
break
case 14:
if (k === "interpretation") { if (!l22(v, "Observation.component.interpretation", d + 1)) return false; continue }
if (k === "referenceRange") { if (!l493(v, "Observation.component.referenceRange", d + 1)) return false; continue }
break
case 16:
if (k === "valueSampledData") { if (!isJson(v) || !t_SampledData(v, "Observation.component.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueSampledData") return false; h0 = "valueSampledData"; continue }
if (k === "dataAbsentReason") { if (!isJson(v) || !t_CodeableConcept(v, "Observation.component.dataAbsentReason", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c500, p, o, d + 1)) return false; continue }
break
case 20:
if (k === "valueCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "Observation.component.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueCodeableConcept") return false; h0 = "valueCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u501, k, v, o, d + 1)) return false
if (k === "_valueString") { if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; }
if (k === "_valueBoolean") { if (h0 !== '' && h0 !== "valueBoolean") return false; h0 = "valueBoolean"; }
if (k === "_valueInteger") { if (h0 !== '' && h0 !== "valueInteger") return false; h0 = "valueInteger"; }
if (k === "_valueTime") { if (h0 !== '' && h0 !== "valueTime") return false; h0 = "valueTime"; }
if (k === "_valueDateTime") { if (h0 !== '' && h0 !== "valueDateTime") return false; h0 = "valueDateTime"; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_OperationOutcome(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "OperationOutcome.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "OperationOutcome.text", d + 1)) return false; continue }
break
case 5:
if (k === "issue") { if (!l503(v, "OperationOutcome.issue", d + 1)) return false; s0 |= 1; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c502, p, o, d + 1)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c502, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u504, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if (o.contained !== undefined && !i137(o, undefined, c)) return false
if (o.contained !== undefined && !i138(o, undefined, c)) return false
if (o.contained !== undefined && !i139(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "OperationOutcome")) return false
return true
}
function t_OperationOutcome_issue(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "code") { if (!isCodeOf(v507, v)) return false; s0 |= 2; continue }
break
case 7:
if (k === "details") { if (!isJson(v) || !t_CodeableConcept(v, "OperationOutcome.issue.details", d + 1)) return false; continue }
break
case 8:
if (k === "severity") { if (!isCodeOf(v506, v)) return false; s0 |= 1; continue }
if (k === "location") { if (!primitives(isString, v, o._location)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c505, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "expression") { if (!primitives(isString, v, o._expression)) return false; continue }
break
case 11:
if (k === "diagnostics") { if (!isString(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c505, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u508, k, v, o, d + 1)) return false
if (k === "_severity") { s0 |= 1; }
if (k === "_code") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Organization(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Organization.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Organization.text", d + 1)) return false; continue }
if (k === "type") { if (!l22(v, "Organization.type", d + 1)) return false; continue }
if (k === "name") { if (!isString(v)) return false; continue }
break
case 5:
if (k === "alias") { if (!primitives(isString, v, o._alias)) return false; continue }
break
case 6:
if (k === "active") { if (!isBoolean(v)) return false; continue }
if (k === "partOf") { if (!refers(v, "Organization.partOf", d + 1, g98)) return false; continue }
break
case 7:
if (k === "telecom") { if (!l164(v, "Organization.telecom", d + 1)) return false; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!(i140(e, undefined, c))) return false; } continue }
if (k === "address") { if (!l510(v, "Organization.address", d + 1)) return false; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!(i141(e, undefined, c))) return false; } continue }
if (k === "contact") { if (!l511(v, "Organization.contact", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "endpoint") { if (!referAll(v, "Organization.endpoint", d + 1, g403)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c509, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Organization.identifier", d + 1)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c509, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u512, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (o.contained !== undefined && !i142(o, undefined, c)) return false
if (o.contained !== undefined && !i143(o, undefined, c)) return false
if (o.contained !== undefined && !i144(o, undefined, c)) return false
if (!i145(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Organization")) return false
return true
}
function t_Organization_contact(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "name") { if (!isJson(v) || !t_HumanName(v, "Organization.contact.name", d + 1)) return false; continue }
break
case 7:
if (k === "purpose") { if (!isJson(v) || !t_CodeableConcept(v, "Organization.contact.purpose", d + 1)) return false; continue }
if (k === "telecom") { if (!l164(v, "Organization.contact.telecom", d + 1)) return false; continue }
if (k === "address") { if (!isJson(v) || !t_Address(v, "Organization.contact.address", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c513, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c513, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u514, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_OrganizationAffiliation(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "OrganizationAffiliation.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "OrganizationAffiliation.text", d + 1)) return false; continue }
if (k === "code") { if (!l22(v, "OrganizationAffiliation.code", d + 1)) return false; continue }
break
case 6:
if (k === "active") { if (!isBoolean(v)) return false; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "OrganizationAffiliation.period", d + 1)) return false; continue }
break
case 7:
if (k === "network") { if (!referAll(v, "OrganizationAffiliation.network", d + 1, g98)) return false; continue }
if (k === "telecom") { if (!l164(v, "OrganizationAffiliation.telecom", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "location") { if (!referAll(v, "OrganizationAffiliation.location", d + 1, g53)) return false; continue }
if (k === "endpoint") { if (!referAll(v, "OrganizationAffiliation.endpoint", d + 1, g403)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c515, p, o, d + 1)) return false; continue }
if (k === "specialty") { if (!l22(v, "OrganizationAffiliation.specialty", d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "OrganizationAffiliation.identifier", d + 1)) return false; continue }
break
case 12:
if (k === "organization") { if (!refers(v, "OrganizationAffiliation.organization", d + 1, g98)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c515, p, o, d + 1)) return false; continue }
if (k === "healthcareService") { if (!referAll(v, "OrganizationAffiliation.healthcareService", d + 1, g516)) return false; continue }
break
case 25:
if (k === "participatingOrganization") { if (!refers(v, "OrganizationAffiliation.participatingOrganization", d + 1, g98)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u517, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (o.contained !== undefined && !i146(o, undefined, c)) return false
if (o.contained !== undefined && !i147(o, undefined, c)) return false
if (o.contained !== undefined && !i148(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "OrganizationAffiliation")) return false
return true
}
function t_ParameterDefinition(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "use") { if (!isCodeOf(v519, v)) return false; s0 |= 1; continue }
if (k === "min") { if (!isInteger(v)) return false; continue }
if (k === "max") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "name") { if (!isCode(v)) return false; continue }
if (k === "type") { if (!isCodeOf(v252, v)) return false; s0 |= 2; continue }
break
case 7:
if (k === "profile") { if (!isCanonical(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c518, p, o, d + 1)) return false; continue }
break
case 13:
if (k === "documentation") { if (!isString(v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u520, k, v, o, d + 1)) return false
if (k === "_use") { s0 |= 1; }
if (k === "_type") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Parameters(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Parameters.meta", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
break
case 9:
if (k === "parameter") { if (!l521(v, "Parameters.parameter", d + 1)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u522, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Parameters")) return false
return true
}
function t_Parameters_parameter(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "name") { if (!isString(v)) return false; s0 |= 1; continue }
if (k === "part") { if (!l521(v, "Parameters.parameter.part", d + 1)) return false; continue }
break
case 8:
if (k === "resource") { if (!isJson(v) || !resource(v, d + 1, false)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c523, p, o, d + 1)) return false; continue }
if (k === "valueCode") { if (!isCode(v)) return false; if (h0 !== '' && h0 !== "valueCode") return false; h0 = "valueCode"; continue }
if (k === "valueDate") { if (!isDate(v)) return false; if (h0 !== '' && h0 !== "valueDate") return false; h0 = "valueDate"; continue }
break
case 11:
if (k === "valueString") { if (!isString(v)) return false; if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; continue }
if (k === "valueCoding") { if (!isJson(v) || !t_Coding(v, "Parameters.parameter.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueCoding") return false; h0 = "valueCoding"; continue }
if (k === "valuePeriod") { if (!isJson(v) || !t_Period(v, "Parameters.parameter.value", d + 1)) return false; if (h0 !== '' && h0 !== "valuePeriod") return false; h0 = "valuePeriod"; continue }
break
case 12:
if (k === "valueBoolean") { if (!isBoolean(v)) return false; if (h0 !== '' && h0 !== "valueBoolean") return false; h0 = "valueBoolean"; continue }
if (k === "valueInstant") { if (!isInstant(v)) return false; if (h0 !== '' && h0 !== "valueInstant") return false; h0 = "valueInstant"; continue }
if (k === "valueInteger") { if (!isInteger(v)) return false; if (h0 !== '' && h0 !== "valueInteger") return false; h0 = "valueInteger"; continue }
break
case 13:
if (k === "valueDateTime") { if (!isDateTime(v)) return false; if (h0 !== '' && h0 !== "valueDateTime") return false; h0 = "valueDateTime"; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Parameters.parameter.value", d + 1, undefined)) return false; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
case 15:
if (k === "valueIdentifier") { if (!isJson(v) || !t_Identifier(v, "Parameters.parameter.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueIdentifier") return false; h0 = "valueIdentifier"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c523, p, o, d + 1)) return false; continue }
break
case 20:
if (k === "valueCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "Parameters.parameter.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueCodeableConcept") return false; h0 = "valueCodeableConcept"; continue }
break
}
{ const w = w383.get(k)
if (w !== undefined) { if (!w(v, d, "Parameters.parameter.value")) return false; if (h0 !== '' && h0 !== k) return false; h0 = k; continue } }
if (k.charCodeAt(0) === 95) {
if (!beside(u524, k, v, o, d + 1)) return false
if (k === "_name") { s0 |= 1; }
if (k !== "_id" && k !== "_name") { if (h0 !== '' && h0 !== k.slice(1)) return false; h0 = k.slice(1); }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if (!i149(o, undefined, c)) return false
return true
}
function t_Patient(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, h0 = '', h1 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Patient.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Patient.text", d + 1)) return false; continue }
if (k === "name") { if (!l526(v, "Patient.name", d + 1)) return false; continue }
if (k === "link") { if (!l531(v, "Patient.link", d + 1)) return false; continue }
break
case 5:
if (k === "photo") { if (!l308(v, "Patient.photo", d + 1)) return false; continue }
break
case 6:
if (k === "active") { if (!isBoolean(v)) return false; continue }
if (k === "gender") { if (!isCodeOf(v527, v)) return false; continue }
break
case 7:
if (k === "telecom") { if (!l164(v, "Patient.telecom", d + 1)) return false; continue }
if (k === "address") { if (!l510(v, "Patient.address", d + 1)) return false; continue }
if (k === "contact") { if (!l528(v, "Patient.contact", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c525, p, o, d + 1)) return false; continue }
if (k === "birthDate") { if (!isDate(v)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Patient.identifier", d + 1)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "maritalStatus") { if (!isJson(v) || !t_CodeableConcept(v, "Patient.maritalStatus", d + 1)) return false; continue }
if (k === "communication") { if (!l529(v, "Patient.communication", d + 1)) return false; continue }
break
case 15:
if (k === "deceasedBoolean") { if (!isBoolean(v)) return false; if (h0 !== '' && h0 !== "deceasedBoolean") return false; h0 = "deceasedBoolean"; continue }
break
case 16:
if (k === "deceasedDateTime") { if (!isDateTime(v)) return false; if (h0 !== '' && h0 !== "deceasedDateTime") return false; h0 = "deceasedDateTime"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c525, p, o, d + 1)) return false; continue }
break
case 19:
if (k === "generalPractitioner") { if (!referAll(v, "Patient.generalPractitioner", d + 1, g530)) return false; continue }
break
case 20:
if (k === "multipleBirthBoolean") { if (!isBoolean(v)) return false; if (h1 !== '' && h1 !== "multipleBirthBoolean") return false; h1 = "multipleBirthBoolean"; continue }
if (k === "multipleBirthInteger") { if (!isInteger(v)) return false; if (h1 !== '' && h1 !== "multipleBirthInteger") return false; h1 = "multipleBirthInteger"; continue }
if (k === "managingOrganization") { if (!refers(v, "Patient.managingOrganization", d + 1, g98)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u532, k, v, o, d + 1)) return false
if (k === "_deceasedBoolean") { if (h0 !== '' && h0 !== "deceasedBoolean") return false; h0 = "deceasedBoolean"; }
if (k === "_deceasedDateTime") { if (h0 !== '' && h0 !== "deceasedDateTime") return false; h0 = "deceasedDateTime"; }
if (k === "_multipleBirthBoolean") { if (h1 !== '' && h1 !== "multipleBirthBoolean") return false; h1 = "multipleBirthBoolean"; }
if (k === "_multipleBirthInteger") { if (h1 !== '' && h1 !== "multipleBirthInteger") return false; h1 = "multipleBirthInteger"; }
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (o.contained !== undefined && !i150(o, undefined, c)) return false
if (o.contained !== undefined && !i151(o, undefined, c)) return false
if (o.contained !== undefined && !i152(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Patient")) return false
return true
}
function t_Patient_contact(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "name") { if (!isJson(v) || !t_HumanName(v, "Patient.contact.name", d + 1)) return false; continue }
break
case 6:
if (k === "gender") { if (!isCodeOf(v527, v)) return false; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "Patient.contact.period", d + 1)) return false; continue }
break
case 7:
if (k === "telecom") { if (!l164(v, "Patient.contact.telecom", d + 1)) return false; continue }
if (k === "address") { if (!isJson(v) || !t_Address(v, "Patient.contact.address", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c533, p, o, d + 1)) return false; continue }
break
case 12:
if (k === "relationship") { if (!l22(v, "Patient.contact.relationship", d + 1)) return false; continue }
if (k === "organization") { if (!refers(v, "Patient.contact.organization", d + 1, g98)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c533, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u534, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i153(o, undefined, c)) return false
return true
}
function t_Patient_communication(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 8:
if (k === "language") { if (!isJson(v) || !t_CodeableConcept(v, "Patient.communication.language", d + 1)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c535, p, o, d + 1)) return false; continue }
if (k === "preferred") { if (!isBoolean(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c535, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u536, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Patient_link(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "type") { if (!isCodeOf(v538, v)) return false; s0 |= 2; continue }
break
case 5:
if (k === "other") { if (!refers(v, "Patient.link.other", d + 1, g226)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c537, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c537, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u539, k, v, o, d + 1)) return false
if (k === "_type") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Period(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "end") { if (!isDateTime(v)) return false; continue }
break
case 5:
if (k === "start") { if (!isDateTime(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c540, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u541, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i154(o, undefined, c)) return false
return true
}
function t_Person(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Person.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Person.text", d + 1)) return false; continue }
if (k === "name") { if (!l526(v, "Person.name", d + 1)) return false; continue }
if (k === "link") { if (!l543(v, "Person.link", d + 1)) return false; continue }
break
case 5:
if (k === "photo") { if (!isJson(v) || !t_Attachment(v, "Person.photo", d + 1)) return false; continue }
break
case 6:
if (k === "gender") { if (!isCodeOf(v527, v)) return false; continue }
if (k === "active") { if (!isBoolean(v)) return false; continue }
break
case 7:
if (k === "telecom") { if (!l164(v, "Person.telecom", d + 1)) return false; continue }
if (k === "address") { if (!l510(v, "Person.address", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c542, p, o, d + 1)) return false; continue }
if (k === "birthDate") { if (!isDate(v)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Person.identifier", d + 1)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c542, p, o, d + 1)) return false; continue }
break
case 20:
if (k === "managingOrganization") { if (!refers(v, "Person.managingOrganization", d + 1, g98)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u544, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (o.contained !== undefined && !i155(o, undefined, c)) return false
if (o.contained !== undefined && !i156(o, undefined, c)) return false
if (o.contained !== undefined && !i157(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Person")) return false
return true
}
function t_Person_link(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "target") { if (!refers(v, "Person.link.target", d + 1, g546)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c545, p, o, d + 1)) return false; continue }
if (k === "assurance") { if (!isCodeOf(v547, v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c545, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u548, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Practitioner(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Practitioner.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Practitioner.text", d + 1)) return false; continue }
if (k === "name") { if (!l526(v, "Practitioner.name", d + 1)) return false; continue }
break
case 5:
if (k === "photo") { if (!l308(v, "Practitioner.photo", d + 1)) return false; continue }
break
case 6:
if (k === "active") { if (!isBoolean(v)) return false; continue }
if (k === "gender") { if (!isCodeOf(v527, v)) return false; continue }
break
case 7:
if (k === "telecom") { if (!l164(v, "Practitioner.telecom", d + 1)) return false; continue }
if (k === "address") { if (!l510(v, "Practitioner.address", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c549, p, o, d + 1)) return false; continue }
if (k === "birthDate") { if (!isDate(v)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Practitioner.identifier", d + 1)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "qualification") { if (!l550(v, "Practitioner.qualification", d + 1)) return false; continue }
if (k === "communication") { if (!l22(v, "Practitioner.communication", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c549, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u551, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (o.contained !== undefined && !i158(o, undefined, c)) return false
if (o.contained !== undefined && !i159(o, undefined, c)) return false
if (o.contained !== undefined && !i160(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Practitioner")) return false
return true
}
function t_Practitioner_qualification(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "code") { if (!isJson(v) || !t_CodeableConcept(v, "Practitioner.qualification.code", d + 1)) return false; s0 |= 1; continue }
break
case 6:
if (k === "period") { if (!isJson(v) || !t_Period(v, "Practitioner.qualification.period", d + 1)) return false; continue }
if (k === "issuer") { if (!refers(v, "Practitioner.qualification.issuer", d + 1, g98)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c552, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Practitioner.qualification.identifier", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c552, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u553, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_PractitionerRole(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "PractitionerRole.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "PractitionerRole.text", d + 1)) return false; continue }
if (k === "code") { if (!l22(v, "PractitionerRole.code", d + 1)) return false; continue }
break
case 6:
if (k === "active") { if (!isBoolean(v)) return false; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "PractitionerRole.period", d + 1)) return false; continue }
break
case 7:
if (k === "telecom") { if (!l164(v, "PractitionerRole.telecom", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "location") { if (!referAll(v, "PractitionerRole.location", d + 1, g53)) return false; continue }
if (k === "endpoint") { if (!referAll(v, "PractitionerRole.endpoint", d + 1, g403)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c554, p, o, d + 1)) return false; continue }
if (k === "specialty") { if (!l22(v, "PractitionerRole.specialty", d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "PractitionerRole.identifier", d + 1)) return false; continue }
break
case 12:
if (k === "practitioner") { if (!refers(v, "PractitionerRole.practitioner", d + 1, g555)) return false; continue }
if (k === "organization") { if (!refers(v, "PractitionerRole.organization", d + 1, g98)) return false; continue }
if (k === "notAvailable") { if (!l557(v, "PractitionerRole.notAvailable", d + 1)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "availableTime") { if (!l556(v, "PractitionerRole.availableTime", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c554, p, o, d + 1)) return false; continue }
if (k === "healthcareService") { if (!referAll(v, "PractitionerRole.healthcareService", d + 1, g516)) return false; continue }
break
case 22:
if (k === "availabilityExceptions") { if (!isString(v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u558, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (o.contained !== undefined && !i161(o, undefined, c)) return false
if (o.contained !== undefined && !i162(o, undefined, c)) return false
if (o.contained !== undefined && !i163(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "PractitionerRole")) return false
return true
}
function t_PractitionerRole_availableTime(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "allDay") { if (!isBoolean(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c559, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "daysOfWeek") { if (!primitives(isCode, v, o._daysOfWeek)) return false; for (let i = 0; i < v.length; i++) { const e = v[i]; if (e !== null && e !== undefined) { if (!(isMember(v408, e, "code") !== false)) return false; } } continue }
break
case 16:
if (k === "availableEndTime") { if (!isTime(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c559, p, o, d + 1)) return false; continue }
break
case 18:
if (k === "availableStartTime") { if (!isTime(v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u560, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_PractitionerRole_notAvailable(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "during") { if (!isJson(v) || !t_Period(v, "PractitionerRole.notAvailable.during", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c561, p, o, d + 1)) return false; continue }
break
case 11:
if (k === "description") { if (!isString(v)) return false; s0 |= 1; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c561, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u562, k, v, o, d + 1)) return false
if (k === "_description") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Procedure(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Procedure.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Procedure.text", d + 1)) return false; continue }
if (k === "code") { if (!isJson(v) || !t_CodeableConcept(v, "Procedure.code", d + 1)) return false; continue }
if (k === "note") { if (!l18(v, "Procedure.note", d + 1)) return false; continue }
break
case 6:
if (k === "partOf") { if (!referAll(v, "Procedure.partOf", d + 1, g565)) return false; continue }
if (k === "status") { if (!isCodeOf(v175, v)) return false; s0 |= 1; continue }
if (k === "report") { if (!referAll(v, "Procedure.report", d + 1, g568)) return false; continue }
break
case 7:
if (k === "basedOn") { if (!referAll(v, "Procedure.basedOn", d + 1, g564)) return false; continue }
if (k === "subject") { if (!refers(v, "Procedure.subject", d + 1, g144)) return false; s0 |= 2; continue }
if (k === "outcome") { if (!isJson(v) || !t_CodeableConcept(v, "Procedure.outcome", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "category") { if (!isJson(v) || !t_CodeableConcept(v, "Procedure.category", d + 1)) return false; continue }
if (k === "recorder") { if (!refers(v, "Procedure.recorder", d + 1, g17)) return false; continue }
if (k === "asserter") { if (!refers(v, "Procedure.asserter", d + 1, g17)) return false; continue }
if (k === "location") { if (!refers(v, "Procedure.location", d + 1, g53)) return false; continue }
if (k === "bodySite") { if (!l22(v, "Procedure.bodySite", d + 1)) return false; continue }
if (k === "followUp") { if (!l22(v, "Procedure.followUp", d + 1)) return false; continue }
if (k === "usedCode") { if (!l22(v, "Procedure.usedCode", d + 1)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c563, p, o, d + 1)) return false; continue }
if (k === "encounter") { if (!refers(v, "Procedure.encounter", d + 1, g15)) return false; continue }
if (k === "performer") { if (!l566(v, "Procedure.performer", d + 1)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Procedure.identifier", d + 1)) return false; continue }
if (k === "reasonCode") { if (!l22(v, "Procedure.reasonCode", d + 1)) return false; continue }
break
case 11:
if (k === "focalDevice") { if (!l569(v, "Procedure.focalDevice", d + 1)) return false; continue }
break
case 12:
if (k === "statusReason") { if (!isJson(v) || !t_CodeableConcept(v, "Procedure.statusReason", d + 1)) return false; continue }
if (k === "performedAge") { if (!isJson(v) || !t_Age(v, "Procedure.performed", d + 1)) return false; if (h0 !== '' && h0 !== "performedAge") return false; h0 = "performedAge"; continue }
if (k === "complication") { if (!l22(v, "Procedure.complication", d + 1)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "usedReference") { if (!referAll(v, "Procedure.usedReference", d + 1, g570)) return false; continue }
break
case 14:
if (k === "performedRange") { if (!isJson(v) || !t_Range(v, "Procedure.performed", d + 1)) return false; if (h0 !== '' && h0 !== "performedRange") return false; h0 = "performedRange"; continue }
break
case 15:
if (k === "instantiatesUri") { if (!primitives(isUri, v, o._instantiatesUri)) return false; continue }
if (k === "performedPeriod") { if (!isJson(v) || !t_Period(v, "Procedure.performed", d + 1)) return false; if (h0 !== '' && h0 !== "performedPeriod") return false; h0 = "performedPeriod"; continue }
if (k === "performedString") { if (!isString(v)) return false; if (h0 !== '' && h0 !== "performedString") return false; h0 = "performedString"; continue }
if (k === "reasonReference") { if (!referAll(v, "Procedure.reasonReference", d + 1, g567)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c563, p, o, d + 1)) return false; continue }
if (k === "performedDateTime") { if (!isDateTime(v)) return false; if (h0 !== '' && h0 !== "performedDateTime") return false; h0 = "performedDateTime"; continue }
break
case 18:
if (k === "complicationDetail") { if (!referAll(v, "Procedure.complicationDetail", d + 1, g147)) return false; continue }
break
case 21:
if (k === "instantiatesCanonical") { if (!primitives(isCanonical, v, o._instantiatesCanonical)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u571, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
if (k === "_performedDateTime") { if (h0 !== '' && h0 !== "performedDateTime") return false; h0 = "performedDateTime"; }
if (k === "_performedString") { if (h0 !== '' && h0 !== "performedString") return false; h0 = "performedString"; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if (o.contained !== undefined && !i164(o, undefined, c)) return false
if (o.contained !== undefined && !i165(o, undefined, c)) return false
if (o.contained !== undefined && !i166(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Procedure")) return false
return true
}
function t_Procedure_performer(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 5:
if (k === "actor") { if (!refers(v, "Procedure.performer.actor", d + 1, g448)) return false; s0 |= 1; continue }
break
case 8:
if (k === "function") { if (!isJson(v) || !t_CodeableConcept(v, "Procedure.performer.function", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c572, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "onBehalfOf") { if (!refers(v, "Procedure.performer.onBehalfOf", d + 1, g98)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c572, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u573, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Procedure_focalDevice(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "action") { if (!isJson(v) || !t_CodeableConcept(v, "Procedure.focalDevice.action", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c574, p, o, d + 1)) return false; continue }
break
case 11:
if (k === "manipulated") { if (!refers(v, "Procedure.focalDevice.manipulated", d + 1, g273)) return false; s0 |= 1; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c574, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u575, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Provenance(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Provenance.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Provenance.text", d + 1)) return false; continue }
break
case 5:
if (k === "agent") { if (!l577(v, "Provenance.agent", d + 1)) return false; s0 |= 4; continue }
break
case 6:
if (k === "target") { if (!referAll(v, "Provenance.target", d + 1, undefined)) return false; s0 |= 1; continue }
if (k === "policy") { if (!primitives(isUri, v, o._policy)) return false; continue }
if (k === "reason") { if (!l22(v, "Provenance.reason", d + 1)) return false; continue }
if (k === "entity") { if (!l578(v, "Provenance.entity", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "recorded") { if (!isInstant(v)) return false; s0 |= 2; continue }
if (k === "location") { if (!refers(v, "Provenance.location", d + 1, g53)) return false; continue }
if (k === "activity") { if (!isJson(v) || !t_CodeableConcept(v, "Provenance.activity", d + 1)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c576, p, o, d + 1)) return false; continue }
if (k === "signature") { if (!l579(v, "Provenance.signature", d + 1)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 14:
if (k === "occurredPeriod") { if (!isJson(v) || !t_Period(v, "Provenance.occurred", d + 1)) return false; if (h0 !== '' && h0 !== "occurredPeriod") return false; h0 = "occurredPeriod"; continue }
break
case 16:
if (k === "occurredDateTime") { if (!isDateTime(v)) return false; if (h0 !== '' && h0 !== "occurredDateTime") return false; h0 = "occurredDateTime"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c576, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u580, k, v, o, d + 1)) return false
if (k === "_occurredDateTime") { if (h0 !== '' && h0 !== "occurredDateTime") return false; h0 = "occurredDateTime"; }
if (k === "_recorded") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 7) return false
c.visited += n
if (o.contained !== undefined && !i167(o, undefined, c)) return false
if (o.contained !== undefined && !i168(o, undefined, c)) return false
if (o.contained !== undefined && !i169(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Provenance")) return false
return true
}
function t_Provenance_agent(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "who") { if (!refers(v, "Provenance.agent.who", d + 1, g582)) return false; s0 |= 1; continue }
break
case 4:
if (k === "type") { if (!isJson(v) || !t_CodeableConcept(v, "Provenance.agent.type", d + 1)) return false; continue }
if (k === "role") { if (!l22(v, "Provenance.agent.role", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c581, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "onBehalfOf") { if (!refers(v, "Provenance.agent.onBehalfOf", d + 1, g582)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c581, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u583, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Provenance_entity(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "role") { if (!isCodeOf(v585, v)) return false; s0 |= 1; continue }
if (k === "what") { if (!refers(v, "Provenance.entity.what", d + 1, undefined)) return false; s0 |= 2; continue }
break
case 5:
if (k === "agent") { if (!l577(v, "Provenance.entity.agent", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c584, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c584, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u586, k, v, o, d + 1)) return false
if (k === "_role") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Quantity(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "unit") { if (!isString(v)) return false; continue }
if (k === "code") { if (!isCode(v)) return false; continue }
break
case 5:
if (k === "value") { if (!isDecimal(v)) return false; continue }
break
case 6:
if (k === "system") { if (!isKnownUri(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c587, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "comparator") { if (!isCodeOf(v5, v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u588, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i170(o, undefined, c)) return false
return true
}
function t_Questionnaire(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 3:
if (k === "url") { if (!isUri(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Questionnaire.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Questionnaire.text", d + 1)) return false; continue }
if (k === "name") { if (!isString(v)) return false; continue }
if (k === "date") { if (!isDateTime(v)) return false; continue }
if (k === "code") { if (!l45(v, "Questionnaire.code", d + 1)) return false; continue }
if (k === "item") { if (!l590(v, "Questionnaire.item", d + 1)) return false; continue }
break
case 5:
if (k === "title") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v85, v)) return false; s0 |= 1; continue }
break
case 7:
if (k === "version") { if (!isString(v)) return false; continue }
if (k === "contact") { if (!l86(v, "Questionnaire.contact", d + 1)) return false; continue }
if (k === "purpose") { if (!isMarkdown(v)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c589, p, o, d + 1)) return false; continue }
if (k === "publisher") { if (!isString(v)) return false; continue }
if (k === "copyright") { if (!isMarkdown(v)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Questionnaire.identifier", d + 1)) return false; continue }
if (k === "useContext") { if (!l87(v, "Questionnaire.useContext", d + 1)) return false; continue }
break
case 11:
if (k === "derivedFrom") { if (!primitives(isCanonical, v, o._derivedFrom)) return false; continue }
if (k === "subjectType") { if (!primitives(isCode, v, o._subjectType)) return false; for (let i = 0; i < v.length; i++) { const e = v[i]; if (e !== null && e !== undefined) { if (!(isMember(v110, e, "code") !== false)) return false; } } continue }
if (k === "description") { if (!isMarkdown(v)) return false; continue }
break
case 12:
if (k === "experimental") { if (!isBoolean(v)) return false; continue }
if (k === "jurisdiction") { if (!l22(v, "Questionnaire.jurisdiction", d + 1)) return false; continue }
if (k === "approvalDate") { if (!isDate(v)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
case 14:
if (k === "lastReviewDate") { if (!isDate(v)) return false; continue }
break
case 15:
if (k === "effectivePeriod") { if (!isJson(v) || !t_Period(v, "Questionnaire.effectivePeriod", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c589, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u591, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if (o.contained !== undefined && !i171(o, undefined, c)) return false
if (o.contained !== undefined && !i172(o, undefined, c)) return false
if (o.contained !== undefined && !i173(o, undefined, c)) return false
if (!i174(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Questionnaire")) return false
return true
}
function t_Questionnaire_item(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "code") { if (!l45(v, "Questionnaire.item.code", d + 1)) return false; continue }
if (k === "text") { if (!isString(v)) return false; continue }
if (k === "type") { if (!isCodeOf(v593, v)) return false; s0 |= 2; continue }
if (k === "item") { if (!l590(v, "Questionnaire.item.item", d + 1)) return false; continue }
break
case 6:
if (k === "linkId") { if (!isString(v)) return false; s0 |= 1; continue }
if (k === "prefix") { if (!isString(v)) return false; continue }
break
case 7:
if (k === "repeats") { if (!isBoolean(v)) return false; continue }
if (k === "initial") { if (!l597(v, "Questionnaire.item.initial", d + 1)) return false; continue }
break
case 8:
if (k === "required") { if (!isBoolean(v)) return false; continue }
if (k === "readOnly") { if (!isBoolean(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c592, p, o, d + 1)) return false; continue }
if (k === "maxLength") { if (!isInteger(v)) return false; continue }
break
case 10:
if (k === "definition") { if (!isUri(v)) return false; continue }
if (k === "enableWhen") { if (!l594(v, "Questionnaire.item.enableWhen", d + 1)) return false; continue }
break
case 12:
if (k === "answerOption") { if (!l596(v, "Questionnaire.item.answerOption", d + 1)) return false; continue }
break
case 14:
if (k === "enableBehavior") { if (!isCodeOf(v595, v)) return false; continue }
if (k === "answerValueSet") { if (!isCanonical(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c592, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u598, k, v, o, d + 1)) return false
if (k === "_linkId") { s0 |= 1; }
if (k === "_type") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if (!i175(o, undefined, c)) return false
if (!i176(o, undefined, c)) return false
if (!i177(o, undefined, c)) return false
if (!i178(o, undefined, c)) return false
if (!i179(o, undefined, c)) return false
if (!i180(o, undefined, c)) return false
if (!i181(o, undefined, c)) return false
if (!i182(o, undefined, c)) return false
if (!i183(o, undefined, c)) return false
if (!i184(o, undefined, c)) return false
if (!i185(o, undefined, c)) return false
return true
}
function t_Questionnaire_item_enableWhen(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 8:
if (k === "question") { if (!isString(v)) return false; s0 |= 1; continue }
if (k === "operator") { if (!isCodeOf(v600, v)) return false; s0 |= 2; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c599, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "answerDate") { if (!isDate(v)) return false; s0 |= 4; if (h0 !== '' && h0 !== "answerDate") return false; h0 = "answerDate"; continue }
if (k === "answerTime") { if (!isTime(v)) return false; s0 |= 4; if (h0 !== '' && h0 !== "answerTime") return false; h0 = "answerTime"; continue }
break
case 12:
if (k === "answerString") { if (!isString(v)) return false; s0 |= 4; if (h0 !== '' && h0 !== "answerString") return false; h0 = "answerString"; continue }
if (k === "answerCoding") { if (!isJson(v) || !t_Coding(v, "Questionnaire.item.enableWhen.answer", d + 1)) return false; s0 |= 4; if (h0 !== '' && h0 !== "answerCoding") return false; h0 = "answerCoding"; continue }
break
case 13:
if (k === "answerBoolean") { if (!isBoolean(v)) return false; s0 |= 4; if (h0 !== '' && h0 !== "answerBoolean") return false; h0 = "answerBoolean"; continue }
if (k === "answerDecimal") { if (!isDecimal(v)) return false; s0 |= 4; if (h0 !== '' && h0 !== "answerDecimal") return false; h0 = "answerDecimal"; continue }
if (k === "answerInteger") { if (!isInteger(v)) return false; s0 |= 4; if (h0 !== '' && h0 !== "answerInteger") return false; h0 = "answerInteger"; continue }
break
case 14:
if (k === "answerDateTime") { if (!isDateTime(v)) return false; s0 |= 4; if (h0 !== '' && h0 !== "answerDateTime") return false; h0 = "answerDateTime"; continue }
if (k === "answerQuantity") { if (!isJson(v) || !t_Quantity(v, "Questionnaire.item.enableWhen.answer", d + 1)) return false; s0 |= 4; if (h0 !== '' && h0 !== "answerQuantity") return false; h0 = "answerQuantity"; continue }
break
case 15:
if (k === "answerReference") { if (!refers(v, "Questionnaire.item.enableWhen.answer", d + 1, undefined)) return false; s0 |= 4; if (h0 !== '' && h0 !== "answerReference") return false; h0 = "answerReference"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c599, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u601, k, v, o, d + 1)) return false
if (k === "_question") { s0 |= 1; }
if (k === "_operator") { s0 |= 2; }
if (k === "_answerBoolean") { s0 |= 4; if (h0 !== '' && h0 !== "answerBoolean") return false; h0 = "answerBoolean"; }
if (k === "_answerDecimal") { s0 |= 4; if (h0 !== '' && h0 !== "answerDecimal") return false; h0 = "answerDecimal"; }
if (k === "_answerInteger") { s0 |= 4; if (h0 !== '' && h0 !== "answerInteger") return false; h0 = "answerInteger"; }
if (k === "_answerDate") { s0 |= 4; if (h0 !== '' && h0 !== "answerDate") return false; h0 = "answerDate"; }
if (k === "_answerDateTime") { s0 |= 4; if (h0 !== '' && h0 !== "answerDateTime") return false; h0 = "answerDateTime"; }
if (k === "_answerTime") { s0 |= 4; if (h0 !== '' && h0 !== "answerTime") return false; h0 = "answerTime"; }
if (k === "_answerString") { s0 |= 4; if (h0 !== '' && h0 !== "answerString") return false; h0 = "answerString"; }
continue
}
return false
}
if (n === 0 || s0 !== 7) return false
c.visited += n
if (!i186(o, undefined, c)) return false
return true
}
function t_Questionnaire_item_answerOption(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c602, p, o, d + 1)) return false; continue }
if (k === "valueDate") { if (!isDate(v)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueDate") return false; h0 = "valueDate"; continue }
if (k === "valueTime") { if (!isTime(v)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueTime") return false; h0 = "valueTime"; continue }
break
case 11:
if (k === "valueString") { if (!isString(v)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; continue }
if (k === "valueCoding") { if (!isJson(v) || !t_Coding(v, "Questionnaire.item.answerOption.value", d + 1)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueCoding") return false; h0 = "valueCoding"; continue }
break
case 12:
if (k === "valueInteger") { if (!isInteger(v)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueInteger") return false; h0 = "valueInteger"; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Questionnaire.item.answerOption.value", d + 1, undefined)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
case 15:
if (k === "initialSelected") { if (!isBoolean(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c602, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u603, k, v, o, d + 1)) return false
if (k === "_valueInteger") { s0 |= 1; if (h0 !== '' && h0 !== "valueInteger") return false; h0 = "valueInteger"; }
if (k === "_valueDate") { s0 |= 1; if (h0 !== '' && h0 !== "valueDate") return false; h0 = "valueDate"; }
if (k === "_valueTime") { s0 |= 1; if (h0 !== '' && h0 !== "valueTime") return false; h0 = "valueTime"; }
if (k === "_valueString") { s0 |= 1; if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Questionnaire_item_initial(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 8:
if (k === "valueUri") { if (!isUri(v)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueUri") return false; h0 = "valueUri"; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c604, p, o, d + 1)) return false; continue }
if (k === "valueDate") { if (!isDate(v)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueDate") return false; h0 = "valueDate"; continue }
if (k === "valueTime") { if (!isTime(v)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueTime") return false; h0 = "valueTime"; continue }
break
case 11:
if (k === "valueString") { if (!isString(v)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; continue }
if (k === "valueCoding") { if (!isJson(v) || !t_Coding(v, "Questionnaire.item.initial.value", d + 1)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueCoding") return false; h0 = "valueCoding"; continue }
break
case 12:
if (k === "valueBoolean") { if (!isBoolean(v)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueBoolean") return false; h0 = "valueBoolean"; continue }
if (k === "valueDecimal") { if (!isDecimal(v)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueDecimal") return false; h0 = "valueDecimal"; continue }
if (k === "valueInteger") { if (!isInteger(v)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueInteger") return false; h0 = "valueInteger"; continue }
break
case 13:
if (k === "valueDateTime") { if (!isDateTime(v)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueDateTime") return false; h0 = "valueDateTime"; continue }
if (k === "valueQuantity") { if (!isJson(v) || !t_Quantity(v, "Questionnaire.item.initial.value", d + 1)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueQuantity") return false; h0 = "valueQuantity"; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Questionnaire.item.initial.value", d + 1, undefined)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
case 15:
if (k === "valueAttachment") { if (!isJson(v) || !t_Attachment(v, "Questionnaire.item.initial.value", d + 1)) return false; s0 |= 1; if (h0 !== '' && h0 !== "valueAttachment") return false; h0 = "valueAttachment"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c604, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u605, k, v, o, d + 1)) return false
if (k === "_valueBoolean") { s0 |= 1; if (h0 !== '' && h0 !== "valueBoolean") return false; h0 = "valueBoolean"; }
if (k === "_valueDecimal") { s0 |= 1; if (h0 !== '' && h0 !== "valueDecimal") return false; h0 = "valueDecimal"; }
if (k === "_valueInteger") { s0 |= 1; if (h0 !== '' && h0 !== "valueInteger") return false; h0 = "valueInteger"; }
if (k === "_valueDate") { s0 |= 1; if (h0 !== '' && h0 !== "valueDate") return false; h0 = "valueDate"; }
if (k === "_valueDateTime") { s0 |= 1; if (h0 !== '' && h0 !== "valueDateTime") return false; h0 = "valueDateTime"; }
if (k === "_valueTime") { s0 |= 1; if (h0 !== '' && h0 !== "valueTime") return false; h0 = "valueTime"; }
if (k === "_valueString") { s0 |= 1; if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; }
if (k === "_valueUri") { s0 |= 1; if (h0 !== '' && h0 !== "valueUri") return false; h0 = "valueUri"; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_QuestionnaireResponse(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "QuestionnaireResponse.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "QuestionnaireResponse.text", d + 1)) return false; continue }
if (k === "item") { if (!l610(v, "QuestionnaireResponse.item", d + 1)) return false; continue }
break
case 6:
if (k === "partOf") { if (!referAll(v, "QuestionnaireResponse.partOf", d + 1, g607)) return false; continue }
if (k === "status") { if (!isCodeOf(v608, v)) return false; s0 |= 1; continue }
if (k === "author") { if (!refers(v, "QuestionnaireResponse.author", d + 1, g609)) return false; continue }
if (k === "source") { if (!refers(v, "QuestionnaireResponse.source", d + 1, g394)) return false; continue }
break
case 7:
if (k === "basedOn") { if (!referAll(v, "QuestionnaireResponse.basedOn", d + 1, g564)) return false; continue }
if (k === "subject") { if (!refers(v, "QuestionnaireResponse.subject", d + 1, undefined)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "authored") { if (!isDateTime(v)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c606, p, o, d + 1)) return false; continue }
if (k === "encounter") { if (!refers(v, "QuestionnaireResponse.encounter", d + 1, g15)) return false; continue }
break
case 10:
if (k === "identifier") { if (!isJson(v) || !t_Identifier(v, "QuestionnaireResponse.identifier", d + 1)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "questionnaire") { if (!isCanonical(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c606, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u611, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if (o.contained !== undefined && !i187(o, undefined, c)) return false
if (o.contained !== undefined && !i188(o, undefined, c)) return false
if (o.contained !== undefined && !i189(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "QuestionnaireResponse")) return false
return true
}
function t_QuestionnaireResponse_item(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "text") { if (!isString(v)) return false; continue }
if (k === "item") { if (!l610(v, "QuestionnaireResponse.item.item", d + 1)) return false; continue }
break
case 6:
if (k === "linkId") { if (!isString(v)) return false; s0 |= 1; continue }
if (k === "answer") { if (!l613(v, "QuestionnaireResponse.item.answer", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c612, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "definition") { if (!isUri(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c612, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u614, k, v, o, d + 1)) return false
if (k === "_linkId") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if (!i190(o, undefined, c)) return false
return true
}
function t_QuestionnaireResponse_item_answer(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "item") { if (!l610(v, "QuestionnaireResponse.item.answer.item", d + 1)) return false; continue }
break
case 8:
if (k === "valueUri") { if (!isUri(v)) return false; if (h0 !== '' && h0 !== "valueUri") return false; h0 = "valueUri"; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c615, p, o, d + 1)) return false; continue }
if (k === "valueDate") { if (!isDate(v)) return false; if (h0 !== '' && h0 !== "valueDate") return false; h0 = "valueDate"; continue }
if (k === "valueTime") { if (!isTime(v)) return false; if (h0 !== '' && h0 !== "valueTime") return false; h0 = "valueTime"; continue }
break
case 11:
if (k === "valueString") { if (!isString(v)) return false; if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; continue }
if (k === "valueCoding") { if (!isJson(v) || !t_Coding(v, "QuestionnaireResponse.item.answer.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueCoding") return false; h0 = "valueCoding"; continue }
break
case 12:
if (k === "valueBoolean") { if (!isBoolean(v)) return false; if (h0 !== '' && h0 !== "valueBoolean") return false; h0 = "valueBoolean"; continue }
if (k === "valueDecimal") { if (!isDecimal(v)) return false; if (h0 !== '' && h0 !== "valueDecimal") return false; h0 = "valueDecimal"; continue }
if (k === "valueInteger") { if (!isInteger(v)) return false; if (h0 !== '' && h0 !== "valueInteger") return false; h0 = "valueInteger"; continue }
break
case 13:
if (k === "valueDateTime") { if (!isDateTime(v)) return false; if (h0 !== '' && h0 !== "valueDateTime") return false; h0 = "valueDateTime"; continue }
if (k === "valueQuantity") { if (!isJson(v) || !t_Quantity(v, "QuestionnaireResponse.item.answer.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueQuantity") return false; h0 = "valueQuantity"; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "QuestionnaireResponse.item.answer.value", d + 1, undefined)) return false; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
case 15:
if (k === "valueAttachment") { if (!isJson(v) || !t_Attachment(v, "QuestionnaireResponse.item.answer.value", d + 1)) return false; if (h0 !== '' && h0 !== "valueAttachment") return false; h0 = "valueAttachment"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c615, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u616, k, v, o, d + 1)) return false
if (k === "_valueBoolean") { if (h0 !== '' && h0 !== "valueBoolean") return false; h0 = "valueBoolean"; }
if (k === "_valueDecimal") { if (h0 !== '' && h0 !== "valueDecimal") return false; h0 = "valueDecimal"; }
if (k === "_valueInteger") { if (h0 !== '' && h0 !== "valueInteger") return false; h0 = "valueInteger"; }
if (k === "_valueDate") { if (h0 !== '' && h0 !== "valueDate") return false; h0 = "valueDate"; }
if (k === "_valueDateTime") { if (h0 !== '' && h0 !== "valueDateTime") return false; h0 = "valueDateTime"; }
if (k === "_valueTime") { if (h0 !== '' && h0 !== "valueTime") return false; h0 = "valueTime"; }
if (k === "_valueString") { if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; }
if (k === "_valueUri") { if (h0 !== '' && h0 !== "valueUri") return false; h0 = "valueUri"; }
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Range(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "low") { if (!isJson(v) || !t_Quantity(v, "Range.low", d + 1)) return false; continue }
break
case 4:
if (k === "high") { if (!isJson(v) || !t_Quantity(v, "Range.high", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c617, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u618, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i191(o, undefined, c)) return false
return true
}
function t_Ratio(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c619, p, o, d + 1)) return false; continue }
if (k === "numerator") { if (!isJson(v) || !t_Quantity(v, "Ratio.numerator", d + 1)) return false; continue }
break
case 11:
if (k === "denominator") { if (!isJson(v) || !t_Quantity(v, "Ratio.denominator", d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u620, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i192(o, undefined, c)) return false
return true
}
function t_Reference(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "type") { if (!isUri(v)) return false; continue }
break
case 7:
if (k === "display") { if (!isString(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c621, p, o, d + 1)) return false; continue }
if (k === "reference") { if (!isKnownReference(v)) return false; continue }
break
case 10:
if (k === "identifier") { if (!isJson(v) || !t_Identifier(v, "Reference.identifier", d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u622, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_RelatedArtifact(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { if (!isUrl(v)) return false; continue }
break
case 4:
if (k === "type") { if (!isCodeOf(v624, v)) return false; s0 |= 1; continue }
break
case 5:
if (k === "label") { if (!isString(v)) return false; continue }
break
case 7:
if (k === "display") { if (!isString(v)) return false; continue }
break
case 8:
if (k === "citation") { if (!isMarkdown(v)) return false; continue }
if (k === "document") { if (!isJson(v) || !t_Attachment(v, "RelatedArtifact.document", d + 1)) return false; continue }
if (k === "resource") { if (!isCanonical(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c623, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u625, k, v, o, d + 1)) return false
if (k === "_type") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_RelatedPerson(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "RelatedPerson.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "RelatedPerson.text", d + 1)) return false; continue }
if (k === "name") { if (!l526(v, "RelatedPerson.name", d + 1)) return false; continue }
break
case 5:
if (k === "photo") { if (!l308(v, "RelatedPerson.photo", d + 1)) return false; continue }
break
case 6:
if (k === "active") { if (!isBoolean(v)) return false; continue }
if (k === "gender") { if (!isCodeOf(v527, v)) return false; continue }
if (k === "period") { if (!isJson(v) || !t_Period(v, "RelatedPerson.period", d + 1)) return false; continue }
break
case 7:
if (k === "patient") { if (!refers(v, "RelatedPerson.patient", d + 1, g14)) return false; s0 |= 1; continue }
if (k === "telecom") { if (!l164(v, "RelatedPerson.telecom", d + 1)) return false; continue }
if (k === "address") { if (!l510(v, "RelatedPerson.address", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c626, p, o, d + 1)) return false; continue }
if (k === "birthDate") { if (!isDate(v)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "RelatedPerson.identifier", d + 1)) return false; continue }
break
case 12:
if (k === "relationship") { if (!l22(v, "RelatedPerson.relationship", d + 1)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "communication") { if (!l627(v, "RelatedPerson.communication", d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c626, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u628, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if (o.contained !== undefined && !i193(o, undefined, c)) return false
if (o.contained !== undefined && !i194(o, undefined, c)) return false
if (o.contained !== undefined && !i195(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "RelatedPerson")) return false
return true
}
function t_RelatedPerson_communication(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 8:
if (k === "language") { if (!isJson(v) || !t_CodeableConcept(v, "RelatedPerson.communication.language", d + 1)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c629, p, o, d + 1)) return false; continue }
if (k === "preferred") { if (!isBoolean(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c629, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u630, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
return true
}
function t_Resource(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Resource.meta", d + 1)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
break
case 12:
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u631, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Resource")) return false
return true
}
function t_SampledData(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "data") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "origin") { if (!isJson(v) || !t_Quantity(v, "SampledData.origin", d + 1)) return false; s0 |= 1; continue }
if (k === "period") { if (!isDecimal(v)) return false; s0 |= 2; continue }
if (k === "factor") { if (!isDecimal(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c632, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "lowerLimit") { if (!isDecimal(v)) return false; continue }
if (k === "upperLimit") { if (!isDecimal(v)) return false; continue }
if (k === "dimensions") { if (!isPositiveInt(v)) return false; s0 |= 4; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u633, k, v, o, d + 1)) return false
if (k === "_period") { s0 |= 2; }
if (k === "_dimensions") { s0 |= 4; }
continue
}
return false
}
if (n === 0 || s0 !== 7) return false
c.visited += n
return true
}
function t_ServiceRequest(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', h1 = '', h2 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "ServiceRequest.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "ServiceRequest.text", d + 1)) return false; continue }
if (k === "code") { if (!isJson(v) || !t_CodeableConcept(v, "ServiceRequest.code", d + 1)) return false; continue }
if (k === "note") { if (!l18(v, "ServiceRequest.note", d + 1)) return false; continue }
break
case 6:
if (k === "status") { if (!isCodeOf(v142, v)) return false; s0 |= 1; continue }
if (k === "intent") { if (!isCodeOf(v289, v)) return false; s0 |= 2; continue }
break
case 7:
if (k === "basedOn") { if (!referAll(v, "ServiceRequest.basedOn", d + 1, g635)) return false; continue }
if (k === "subject") { if (!refers(v, "ServiceRequest.subject", d + 1, g291)) return false; s0 |= 4; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "replaces") { if (!referAll(v, "ServiceRequest.replaces", d + 1, g32)) return false; continue }
if (k === "category") { if (!l22(v, "ServiceRequest.category", d + 1)) return false; continue }
if (k === "priority") { if (!isCodeOf(v176, v)) return false; continue }
if (k === "specimen") { if (!referAll(v, "ServiceRequest.specimen", d + 1, g304)) return false; continue }
if (k === "bodySite") { if (!l22(v, "ServiceRequest.bodySite", d + 1)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c634, p, o, d + 1)) return false; continue }
if (k === "encounter") { if (!refers(v, "ServiceRequest.encounter", d + 1, g15)) return false; continue }
if (k === "requester") { if (!refers(v, "ServiceRequest.requester", d + 1, g448)) return false; continue }
if (k === "performer") { if (!referAll(v, "ServiceRequest.performer", d + 1, g293)) return false; continue }
if (k === "insurance") { if (!referAll(v, "ServiceRequest.insurance", d + 1, g294)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "ServiceRequest.identifier", d + 1)) return false; continue }
if (k === "authoredOn") { if (!isDateTime(v)) return false; continue }
if (k === "reasonCode") { if (!l22(v, "ServiceRequest.reasonCode", d + 1)) return false; continue }
break
case 11:
if (k === "requisition") { if (!isJson(v) || !t_Identifier(v, "ServiceRequest.requisition", d + 1)) return false; continue }
if (k === "orderDetail") { if (!l22(v, "ServiceRequest.orderDetail", d + 1)) return false; continue }
break
case 12:
if (k === "doNotPerform") { if (!isBoolean(v)) return false; continue }
if (k === "locationCode") { if (!l22(v, "ServiceRequest.locationCode", d + 1)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "quantityRatio") { if (!isJson(v) || !t_Ratio(v, "ServiceRequest.quantity", d + 1)) return false; if (h0 !== '' && h0 !== "quantityRatio") return false; h0 = "quantityRatio"; continue }
if (k === "quantityRange") { if (!isJson(v) || !t_Range(v, "ServiceRequest.quantity", d + 1)) return false; if (h0 !== '' && h0 !== "quantityRange") return false; h0 = "quantityRange"; continue }
if (k === "performerType") { if (!isJson(v) || !t_CodeableConcept(v, "ServiceRequest.performerType", d + 1)) return false; continue }
break
case 14:
if (k === "supportingInfo") { if (!referAll(v, "ServiceRequest.supportingInfo", d + 1, undefined)) return false; continue }
break
case 15:
if (k === "instantiatesUri") { if (!primitives(isUri, v, o._instantiatesUri)) return false; continue }
if (k === "asNeededBoolean") { if (!isBoolean(v)) return false; if (h2 !== '' && h2 !== "asNeededBoolean") return false; h2 = "asNeededBoolean"; continue }
if (k === "reasonReference") { if (!referAll(v, "ServiceRequest.reasonReference", d + 1, g156)) return false; continue }
if (k === "relevantHistory") { if (!referAll(v, "ServiceRequest.relevantHistory", d + 1, g295)) return false; continue }
break
case 16:
if (k === "quantityQuantity") { if (!isJson(v) || !t_Quantity(v, "ServiceRequest.quantity", d + 1)) return false; if (h0 !== '' && h0 !== "quantityQuantity") return false; h0 = "quantityQuantity"; continue }
if (k === "occurrencePeriod") { if (!isJson(v) || !t_Period(v, "ServiceRequest.occurrence", d + 1)) return false; if (h1 !== '' && h1 !== "occurrencePeriod") return false; h1 = "occurrencePeriod"; continue }
if (k === "occurrenceTiming") { if (!isJson(v) || !t_Timing(v, "ServiceRequest.occurrence", d + 1)) return false; if (h1 !== '' && h1 !== "occurrenceTiming") return false; h1 = "occurrenceTiming"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c634, p, o, d + 1)) return false; continue }
if (k === "locationReference") { if (!referAll(v, "ServiceRequest.locationReference", d + 1, g53)) return false; continue }
break
case 18:
if (k === "occurrenceDateTime") { if (!isDateTime(v)) return false; if (h1 !== '' && h1 !== "occurrenceDateTime") return false; h1 = "occurrenceDateTime"; continue }
if (k === "patientInstruction") { if (!isString(v)) return false; continue }
break
case 21:
if (k === "instantiatesCanonical") { if (!primitives(isCanonical, v, o._instantiatesCanonical)) return false; continue }
break
case 23:
if (k === "asNeededCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "ServiceRequest.asNeeded", d + 1)) return false; if (h2 !== '' && h2 !== "asNeededCodeableConcept") return false; h2 = "asNeededCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u636, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
if (k === "_intent") { s0 |= 2; }
if (k === "_occurrenceDateTime") { if (h1 !== '' && h1 !== "occurrenceDateTime") return false; h1 = "occurrenceDateTime"; }
if (k === "_asNeededBoolean") { if (h2 !== '' && h2 !== "asNeededBoolean") return false; h2 = "asNeededBoolean"; }
continue
}
return false
}
if (n === 0 || s0 !== 7) return false
c.visited += n
if (o.contained !== undefined && !i196(o, undefined, c)) return false
if (o.contained !== undefined && !i197(o, undefined, c)) return false
if (o.contained !== undefined && !i198(o, undefined, c)) return false
if (!i199(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "ServiceRequest")) return false
return true
}
function t_Signature(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "who") { if (!refers(v, "Signature.who", d + 1, g582)) return false; s0 |= 4; continue }
break
case 4:
if (k === "type") { if (!l45(v, "Signature.type", d + 1)) return false; s0 |= 1; continue }
if (k === "when") { if (!isInstant(v)) return false; s0 |= 2; continue }
if (k === "data") { if (!isBase64Binary(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c637, p, o, d + 1)) return false; continue }
if (k === "sigFormat") { if (!isCodeOf(v42, v)) return false; continue }
break
case 10:
if (k === "onBehalfOf") { if (!refers(v, "Signature.onBehalfOf", d + 1, g582)) return false; continue }
break
case 12:
if (k === "targetFormat") { if (!isCodeOf(v42, v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u638, k, v, o, d + 1)) return false
if (k === "_when") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 7) return false
c.visited += n
return true
}
function t_Task(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isId(v)) return false; continue }
break
case 3:
if (k === "for") { if (!refers(v, "Task.for", d + 1, undefined)) return false; continue }
break
case 4:
if (k === "meta") { if (!isJson(v) || !t_Meta(v, "Task.meta", d + 1)) return false; continue }
if (k === "text") { if (!isJson(v) || !t_Narrative(v, "Task.text", d + 1)) return false; continue }
if (k === "code") { if (!isJson(v) || !t_CodeableConcept(v, "Task.code", d + 1)) return false; continue }
if (k === "note") { if (!l18(v, "Task.note", d + 1)) return false; continue }
break
case 5:
if (k === "focus") { if (!refers(v, "Task.focus", d + 1, undefined)) return false; continue }
if (k === "owner") { if (!refers(v, "Task.owner", d + 1, g293)) return false; continue }
if (k === "input") { if (!l644(v, "Task.input", d + 1)) return false; continue }
break
case 6:
if (k === "partOf") { if (!referAll(v, "Task.partOf", d + 1, g640)) return false; continue }
if (k === "status") { if (!isCodeOf(v641, v)) return false; s0 |= 1; continue }
if (k === "intent") { if (!isCodeOf(v642, v)) return false; s0 |= 2; continue }
if (k === "output") { if (!l645(v, "Task.output", d + 1)) return false; continue }
break
case 7:
if (k === "basedOn") { if (!referAll(v, "Task.basedOn", d + 1, undefined)) return false; continue }
break
case 8:
if (k === "language") { if (!isCode(v)) return false; continue }
if (k === "priority") { if (!isCodeOf(v176, v)) return false; continue }
if (k === "location") { if (!refers(v, "Task.location", d + 1, g53)) return false; continue }
break
case 9:
if (k === "contained") { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !resource(e, d + 1, true)) return false; } continue }
if (k === "extension") { if (!extensions(v, false, c639, p, o, d + 1)) return false; continue }
if (k === "encounter") { if (!refers(v, "Task.encounter", d + 1, g15)) return false; continue }
if (k === "requester") { if (!refers(v, "Task.requester", d + 1, g643)) return false; continue }
if (k === "insurance") { if (!referAll(v, "Task.insurance", d + 1, g294)) return false; continue }
break
case 10:
if (k === "identifier") { if (!l8(v, "Task.identifier", d + 1)) return false; continue }
if (k === "authoredOn") { if (!isDateTime(v)) return false; continue }
if (k === "reasonCode") { if (!isJson(v) || !t_CodeableConcept(v, "Task.reasonCode", d + 1)) return false; continue }
break
case 11:
if (k === "description") { if (!isString(v)) return false; continue }
if (k === "restriction") { if (!isJson(v) || !t_Task_restriction(v, "Task.restriction", d + 1)) return false; continue }
break
case 12:
if (k === "statusReason") { if (!isJson(v) || !t_CodeableConcept(v, "Task.statusReason", d + 1)) return false; continue }
if (k === "lastModified") { if (!isDateTime(v)) return false; continue }
if (k === "resourceType") { continue }
break
case 13:
if (k === "implicitRules") { if (!isUri(v)) return false; continue }
if (k === "performerType") { if (!l22(v, "Task.performerType", d + 1)) return false; continue }
break
case 14:
if (k === "businessStatus") { if (!isJson(v) || !t_CodeableConcept(v, "Task.businessStatus", d + 1)) return false; continue }
break
case 15:
if (k === "instantiatesUri") { if (!isUri(v)) return false; continue }
if (k === "groupIdentifier") { if (!isJson(v) || !t_Identifier(v, "Task.groupIdentifier", d + 1)) return false; continue }
if (k === "executionPeriod") { if (!isJson(v) || !t_Period(v, "Task.executionPeriod", d + 1)) return false; continue }
if (k === "reasonReference") { if (!refers(v, "Task.reasonReference", d + 1, undefined)) return false; continue }
if (k === "relevantHistory") { if (!referAll(v, "Task.relevantHistory", d + 1, g295)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c639, p, o, d + 1)) return false; continue }
break
case 21:
if (k === "instantiatesCanonical") { if (!isCanonical(v)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u646, k, v, o, d + 1)) return false
if (k === "_status") { s0 |= 1; }
if (k === "_intent") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if (o.contained !== undefined && !i200(o, undefined, c)) return false
if (o.contained !== undefined && !i201(o, undefined, c)) return false
if (o.contained !== undefined && !i202(o, undefined, c)) return false
if (!i203(o, undefined, c)) return false
if (o.contained !== undefined && c.root === o && !isContainedRight(o)) return false
if (o.meta !== undefined && !areClaimsRight(o.meta, o, "Task")) return false
return true
}
function t_Task_restriction(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 6:
if (k === "period") { if (!isJson(v) || !t_Period(v, "Task.restriction.period", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c647, p, o, d + 1)) return false; continue }
if (k === "recipient") { if (!referAll(v, "Task.restriction.recipient", d + 1, g648)) return false; continue }
break
case 11:
if (k === "repetitions") { if (!isPositiveInt(v)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c647, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u649, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Task_input(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "type") { if (!isJson(v) || !t_CodeableConcept(v, "Task.input.type", d + 1)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c650, p, o, d + 1)) return false; continue }
if (k === "valueCode") { if (!isCode(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueCode") return false; h0 = "valueCode"; continue }
if (k === "valueDate") { if (!isDate(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueDate") return false; h0 = "valueDate"; continue }
break
case 11:
if (k === "valueString") { if (!isString(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; continue }
if (k === "valueCoding") { if (!isJson(v) || !t_Coding(v, "Task.input.value", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueCoding") return false; h0 = "valueCoding"; continue }
if (k === "valuePeriod") { if (!isJson(v) || !t_Period(v, "Task.input.value", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valuePeriod") return false; h0 = "valuePeriod"; continue }
break
case 12:
if (k === "valueBoolean") { if (!isBoolean(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueBoolean") return false; h0 = "valueBoolean"; continue }
if (k === "valueInstant") { if (!isInstant(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueInstant") return false; h0 = "valueInstant"; continue }
if (k === "valueInteger") { if (!isInteger(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueInteger") return false; h0 = "valueInteger"; continue }
break
case 13:
if (k === "valueDateTime") { if (!isDateTime(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueDateTime") return false; h0 = "valueDateTime"; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Task.input.value", d + 1, undefined)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
case 15:
if (k === "valueIdentifier") { if (!isJson(v) || !t_Identifier(v, "Task.input.value", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueIdentifier") return false; h0 = "valueIdentifier"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c650, p, o, d + 1)) return false; continue }
break
case 20:
if (k === "valueCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "Task.input.value", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueCodeableConcept") return false; h0 = "valueCodeableConcept"; continue }
break
}
{ const w = w383.get(k)
if (w !== undefined) { if (!w(v, d, "Task.input.value")) return false; s0 |= 2; if (h0 !== '' && h0 !== k) return false; h0 = k; continue } }
if (k.charCodeAt(0) === 95) {
if (!beside(u651, k, v, o, d + 1)) return false
if (k !== "_id") { s0 |= 2; if (h0 !== '' && h0 !== k.slice(1)) return false; h0 = k.slice(1); }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Task_output(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "type") { if (!isJson(v) || !t_CodeableConcept(v, "Task.output.type", d + 1)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c652, p, o, d + 1)) return false; continue }
if (k === "valueCode") { if (!isCode(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueCode") return false; h0 = "valueCode"; continue }
if (k === "valueDate") { if (!isDate(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueDate") return false; h0 = "valueDate"; continue }
break
case 11:
if (k === "valueString") { if (!isString(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; continue }
if (k === "valueCoding") { if (!isJson(v) || !t_Coding(v, "Task.output.value", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueCoding") return false; h0 = "valueCoding"; continue }
if (k === "valuePeriod") { if (!isJson(v) || !t_Period(v, "Task.output.value", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valuePeriod") return false; h0 = "valuePeriod"; continue }
break
case 12:
if (k === "valueBoolean") { if (!isBoolean(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueBoolean") return false; h0 = "valueBoolean"; continue }
if (k === "valueInstant") { if (!isInstant(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueInstant") return false; h0 = "valueInstant"; continue }
if (k === "valueInteger") { if (!isInteger(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueInteger") return false; h0 = "valueInteger"; continue }
break
case 13:
if (k === "valueDateTime") { if (!isDateTime(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueDateTime") return false; h0 = "valueDateTime"; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Task.output.value", d + 1, undefined)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
case 15:
if (k === "valueIdentifier") { if (!isJson(v) || !t_Identifier(v, "Task.output.value", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueIdentifier") return false; h0 = "valueIdentifier"; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c652, p, o, d + 1)) return false; continue }
break
case 20:
if (k === "valueCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "Task.output.value", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueCodeableConcept") return false; h0 = "valueCodeableConcept"; continue }
break
}
{ const w = w383.get(k)
if (w !== undefined) { if (!w(v, d, "Task.output.value")) return false; s0 |= 2; if (h0 !== '' && h0 !== k) return false; h0 = k; continue } }
if (k.charCodeAt(0) === 95) {
if (!beside(u653, k, v, o, d + 1)) return false
if (k !== "_id") { s0 |= 2; if (h0 !== '' && h0 !== k.slice(1)) return false; h0 = k.slice(1); }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
function t_Timing(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "code") { if (!isJson(v) || !t_CodeableConcept(v, "Timing.code", d + 1)) return false; continue }
break
case 5:
if (k === "event") { if (!primitives(isDateTime, v, o._event)) return false; continue }
break
case 6:
if (k === "repeat") { if (!isJson(v) || !t_Timing_repeat(v, "Timing.repeat", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c654, p, o, d + 1)) return false; continue }
break
case 17:
if (k === "modifierExtension") { if (!extensions(v, true, c654, p, o, d + 1)) return false; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u655, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
return true
}
function t_Timing_repeat(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "when") { if (!primitives(isCode, v, o._when)) return false; for (let i = 0; i < v.length; i++) { const e = v[i]; if (e !== null && e !== undefined) { if (!(isMember(v658, e, "code") !== false)) return false; } } continue }
break
case 5:
if (k === "count") { if (!isPositiveInt(v)) return false; continue }
break
case 6:
if (k === "period") { if (!isDecimal(v)) return false; continue }
if (k === "offset") { if (!isUnsignedInt(v)) return false; continue }
break
case 8:
if (k === "countMax") { if (!isPositiveInt(v)) return false; continue }
if (k === "duration") { if (!isDecimal(v)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c656, p, o, d + 1)) return false; continue }
if (k === "frequency") { if (!isPositiveInt(v)) return false; continue }
if (k === "periodMax") { if (!isDecimal(v)) return false; continue }
if (k === "dayOfWeek") { if (!primitives(isCode, v, o._dayOfWeek)) return false; for (let i = 0; i < v.length; i++) { const e = v[i]; if (e !== null && e !== undefined) { if (!(isMember(v408, e, "code") !== false)) return false; } } continue }
if (k === "timeOfDay") { if (!primitives(isTime, v, o._timeOfDay)) return false; continue }
break
case 10:
if (k === "periodUnit") { if (!isCodeOf(v657, v)) return false; continue }
break
case 11:
if (k === "boundsRange") { if (!isJson(v) || !t_Range(v, "Timing.repeat.bounds", d + 1)) return false; if (h0 !== '' && h0 !== "boundsRange") return false; h0 = "boundsRange"; continue }
if (k === "durationMax") { if (!isDecimal(v)) return false; continue }
break
case 12:
if (k === "boundsPeriod") { if (!isJson(v) || !t_Period(v, "Timing.repeat.bounds", d + 1)) return false; if (h0 !== '' && h0 !== "boundsPeriod") return false; h0 = "boundsPeriod"; continue }
if (k === "durationUnit") { if (!isCodeOf(v657, v)) return false; continue }
if (k === "frequencyMax") { if (!isPositiveInt(v)) return false; continue }
break
case 14:
if (k === "boundsDuration") { if (!isJson(v) || !t_Duration(v, "Timing.repeat.bounds", d + 1)) return false; if (h0 !== '' && h0 !== "boundsDuration") return false; h0 = "boundsDuration"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u659, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0) return false
c.visited += n
if (!i204(o, undefined, c)) return false
if (!i205(o, undefined, c)) return false
if (!i206(o, undefined, c)) return false
if (!i207(o, undefined, c)) return false
if (!i208(o, undefined, c)) return false
if (!i209(o, undefined, c)) return false
if (!i210(o, undefined, c)) return false
if (!i211(o, undefined, c)) return false
if (!i212(o, undefined, c)) return false
return true
}
function t_TriggerDefinition(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "type") { if (!isCodeOf(v661, v)) return false; s0 |= 1; continue }
if (k === "name") { if (!isString(v)) return false; continue }
if (k === "data") { if (!l663(v, "TriggerDefinition.data", d + 1)) return false; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c660, p, o, d + 1)) return false; continue }
if (k === "condition") { if (!isJson(v) || !t_Expression(v, "TriggerDefinition.condition", d + 1)) return false; continue }
break
case 10:
if (k === "timingDate") { if (!isDate(v)) return false; if (h0 !== '' && h0 !== "timingDate") return false; h0 = "timingDate"; continue }
break
case 12:
if (k === "timingTiming") { if (!isJson(v) || !t_Timing(v, "TriggerDefinition.timing", d + 1)) return false; if (h0 !== '' && h0 !== "timingTiming") return false; h0 = "timingTiming"; continue }
break
case 14:
if (k === "timingDateTime") { if (!isDateTime(v)) return false; if (h0 !== '' && h0 !== "timingDateTime") return false; h0 = "timingDateTime"; continue }
break
case 15:
if (k === "timingReference") { if (!refers(v, "TriggerDefinition.timing", d + 1, g662)) return false; if (h0 !== '' && h0 !== "timingReference") return false; h0 = "timingReference"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u664, k, v, o, d + 1)) return false
if (k === "_type") { s0 |= 1; }
if (k === "_timingDate") { if (h0 !== '' && h0 !== "timingDate") return false; h0 = "timingDate"; }
if (k === "_timingDateTime") { if (h0 !== '' && h0 !== "timingDateTime") return false; h0 = "timingDateTime"; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if (!i213(o, undefined, c)) return false
if (!i214(o, undefined, c)) return false
if (!i215(o, undefined, c)) return false
return true
}
function t_UsageContext(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 4:
if (k === "code") { if (!isJson(v) || !t_Coding(v, "UsageContext.code", d + 1)) return false; s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c665, p, o, d + 1)) return false; continue }
break
case 10:
if (k === "valueRange") { if (!isJson(v) || !t_Range(v, "UsageContext.value", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueRange") return false; h0 = "valueRange"; continue }
break
case 13:
if (k === "valueQuantity") { if (!isJson(v) || !t_Quantity(v, "UsageContext.value", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueQuantity") return false; h0 = "valueQuantity"; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "UsageContext.value", d + 1, g666)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
case 20:
if (k === "valueCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "UsageContext.value", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueCodeableConcept") return false; h0 = "valueCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u667, k, v, o, d + 1)) return false
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
return true
}
const c0 = ["Address","Element"]
const v1 = valueSet("http://hl7.org/fhir/ValueSet/address-use|4.0.1")
const v2 = valueSet("http://hl7.org/fhir/ValueSet/address-type|4.0.1")
const u3 = tableOf([["_id","Address.id|string",0],["_use","Address.use|code",0],["_type","Address.type|code",0],["_text","Address.text|string",0],["_line","Address.line|string",1],["_city","Address.city|string",0],["_district","Address.district|string",0],["_state","Address.state|string",0],["_postalCode","Address.postalCode|string",0],["_country","Address.country|string",0]])
const c4 = ["Age","Quantity","Element"]
const v5 = valueSet("http://hl7.org/fhir/ValueSet/quantity-comparator|4.0.1")
const u6 = tableOf([["_id","Age.id|string",0],["_value","Age.value|decimal",0],["_comparator","Age.comparator|code",0],["_unit","Age.unit|string",0],["_system","Age.system|uri",0],["_code","Age.code|code",0]])
const i0 = (value, extra, env) => { try { return ((((value?.code != null || value?._code != null) || (!(value?.value != null || value?._value != null))) && ((!(value?.system != null || value?._system != null)) || value?.system === "http://unitsofmeasure.org")) && (((!(value?.value != null || value?._value != null)) || !(value?.value != null)) || $.numberOf(value?.value) > 0)) } catch (thrown) { $.failed(env, thrown, "(code.exists() or value.empty()) and (system.empty() or system = %ucum) and (value.empty() or value.hasValue().not() or value > 0)"); return false } }
const i1 = (value, extra, env) => { try { return ((!(value?.code != null || value?._code != null)) || (value?.system != null || value?._system != null)) } catch (thrown) { $.failed(env, thrown, "code.empty() or system.exists()"); return false } }
const c7 = ["AllergyIntolerance","DomainResource","Resource"]
const l8 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Identifier(e, p, d)) return false } return true }
const v9 = valueSet("http://hl7.org/fhir/ValueSet/allergyintolerance-clinical|4.0.1")
const v10 = valueSet("http://hl7.org/fhir/ValueSet/allergyintolerance-verification|4.0.1")
const v11 = valueSet("http://hl7.org/fhir/ValueSet/allergy-intolerance-type|4.0.1")
const v12 = valueSet("http://hl7.org/fhir/ValueSet/allergy-intolerance-category|4.0.1")
const v13 = valueSet("http://hl7.org/fhir/ValueSet/allergy-intolerance-criticality|4.0.1")
const g14 = targetsOf(["Patient"])
const g15 = targetsOf(["Encounter"])
const g16 = targetsOf(["Practitioner","PractitionerRole","Patient","RelatedPerson"])
const g17 = targetsOf(["Patient","RelatedPerson","Practitioner","PractitionerRole"])
const l18 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Annotation(e, p, d)) return false } return true }
const l19 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_AllergyIntolerance_reaction(e, p, d)) return false } return true }
const u20 = tableOf([["_id","AllergyIntolerance.id|id",0],["_implicitRules","AllergyIntolerance.implicitRules|uri",0],["_language","AllergyIntolerance.language|code",0],["_type","AllergyIntolerance.type|code",0],["_category","AllergyIntolerance.category|code",1],["_criticality","AllergyIntolerance.criticality|code",0],["_onsetDateTime","AllergyIntolerance.onset|dateTime",0],["_onsetString","AllergyIntolerance.onset|string",0],["_recordedDate","AllergyIntolerance.recordedDate|dateTime",0],["_lastOccurrence","AllergyIntolerance.lastOccurrence|dateTime",0]])
const i2 = (() => {
function f7(env, value) { const a4 = value?.verificationStatus?.coding; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if ((v6?.system === "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification" && v6?.code === "entered-in-error")) { return true; } } } return false }
return (value, extra, env) => { try { return (f7(env, value) || (value?.clinicalStatus != null)) } catch (thrown) { $.failed(env, thrown, "verificationStatus.coding.where(system = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification' and code = 'entered-in-error').exists() or clinicalStatus.exists()"); return false } }
})()
const i3 = (() => {
function f7(env, value) { const a4 = value?.verificationStatus?.coding; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if ((v6?.system === "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification" && v6?.code === "entered-in-error")) { return true; } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) || (!(value?.clinicalStatus != null))) } catch (thrown) { $.failed(env, thrown, "verificationStatus.coding.where(system = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification' and code = 'entered-in-error').empty() or clinicalStatus.empty()"); return false } }
})()
const i4 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i5 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i6 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c21 = ["AllergyIntolerance.reaction","BackboneElement","Element"]
const l22 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_CodeableConcept(e, p, d)) return false } return true }
const v23 = valueSet("http://hl7.org/fhir/ValueSet/reaction-event-severity|4.0.1")
const u24 = tableOf([["_id","AllergyIntolerance.reaction.id|string",0],["_description","AllergyIntolerance.reaction.description|string",0],["_onset","AllergyIntolerance.reaction.onset|dateTime",0],["_severity","AllergyIntolerance.reaction.severity|code",0]])
const c25 = ["Annotation","Element"]
const g26 = targetsOf(["Practitioner","Patient","RelatedPerson","Organization"])
const u27 = tableOf([["_id","Annotation.id|string",0],["_authorString","Annotation.author|string",0],["_time","Annotation.time|dateTime",0],["_text","Annotation.text|markdown",0]])
const c28 = ["Appointment","DomainResource","Resource"]
const v29 = valueSet("http://hl7.org/fhir/ValueSet/appointmentstatus|4.0.1")
const g30 = targetsOf(["Condition","Procedure","Observation","ImmunizationRecommendation"])
const g31 = targetsOf(["Slot"])
const g32 = targetsOf(["ServiceRequest"])
const l33 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Appointment_participant(e, p, d)) return false } return true }
const l34 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Period(e, p, d)) return false } return true }
const u35 = tableOf([["_id","Appointment.id|id",0],["_implicitRules","Appointment.implicitRules|uri",0],["_language","Appointment.language|code",0],["_status","Appointment.status|code",0],["_priority","Appointment.priority|unsignedInt",0],["_description","Appointment.description|string",0],["_start","Appointment.start|instant",0],["_end","Appointment.end|instant",0],["_minutesDuration","Appointment.minutesDuration|positiveInt",0],["_created","Appointment.created|dateTime",0],["_comment","Appointment.comment|string",0],["_patientInstruction","Appointment.patientInstruction|string",0]])
const i7 = (value, extra, env) => { try { return ((value?.start != null || value?._start != null)) === ((value?.end != null || value?._end != null)) } catch (thrown) { $.failed(env, thrown, "start.exists() = end.exists()"); return false } }
const i8 = (value, extra, env) => { try { return (((value?.start != null || value?._start != null) && (value?.end != null || value?._end != null)) || (value?.status === "proposed" || value?.status === "cancelled" || value?.status === "waitlist")) } catch (thrown) { $.failed(env, thrown, "(start.exists() and end.exists()) or (status in ('proposed' | 'cancelled' | 'waitlist'))"); return false } }
const i9 = (value, extra, env) => { try { return (!(value?.cancelationReason != null) || (value?.status === "noshow" || value?.status === "cancelled")) } catch (thrown) { $.failed(env, thrown, "Appointment.cancelationReason.exists() implies (Appointment.status='noshow' or Appointment.status='cancelled')"); return false } }
const i10 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i11 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i12 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c36 = ["Appointment.participant","BackboneElement","Element"]
const g37 = targetsOf(["Patient","Practitioner","PractitionerRole","RelatedPerson","Device","HealthcareService","Location"])
const v38 = valueSet("http://hl7.org/fhir/ValueSet/participantrequired|4.0.1")
const v39 = valueSet("http://hl7.org/fhir/ValueSet/participationstatus|4.0.1")
const u40 = tableOf([["_id","Appointment.participant.id|string",0],["_required","Appointment.participant.required|code",0],["_status","Appointment.participant.status|code",0]])
const i13 = (value, extra, env) => { try { return (($.isAny(value?.type, undefined)) || (value?.actor != null)) } catch (thrown) { $.failed(env, thrown, "type.exists() or actor.exists()"); return false } }
const c41 = ["Attachment","Element"]
const v42 = valueSet("http://hl7.org/fhir/ValueSet/mimetypes|4.0.1")
const u43 = tableOf([["_id","Attachment.id|string",0],["_contentType","Attachment.contentType|code",0],["_language","Attachment.language|code",0],["_data","Attachment.data|base64Binary",0],["_url","Attachment.url|url",0],["_size","Attachment.size|unsignedInt",0],["_hash","Attachment.hash|base64Binary",0],["_title","Attachment.title|string",0],["_creation","Attachment.creation|dateTime",0]])
const i14 = (value, extra, env) => { try { return ((!(value?.data != null || value?._data != null)) || (value?.contentType != null || value?._contentType != null)) } catch (thrown) { $.failed(env, thrown, "data.empty() or contentType.exists()"); return false } }
const c44 = ["AuditEvent","DomainResource","Resource"]
const l45 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Coding(e, p, d)) return false } return true }
const v46 = valueSet("http://hl7.org/fhir/ValueSet/audit-event-action|4.0.1")
const v47 = valueSet("http://hl7.org/fhir/ValueSet/audit-event-outcome|4.0.1")
const l48 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_AuditEvent_agent(e, p, d)) return false } return true }
const l49 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_AuditEvent_entity(e, p, d)) return false } return true }
const u50 = tableOf([["_id","AuditEvent.id|id",0],["_implicitRules","AuditEvent.implicitRules|uri",0],["_language","AuditEvent.language|code",0],["_action","AuditEvent.action|code",0],["_recorded","AuditEvent.recorded|instant",0],["_outcome","AuditEvent.outcome|code",0],["_outcomeDesc","AuditEvent.outcomeDesc|string",0]])
const i15 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i16 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i17 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c51 = ["AuditEvent.agent","BackboneElement","Element"]
const g52 = targetsOf(["PractitionerRole","Practitioner","Organization","Device","Patient","RelatedPerson"])
const g53 = targetsOf(["Location"])
const u54 = tableOf([["_id","AuditEvent.agent.id|string",0],["_altId","AuditEvent.agent.altId|string",0],["_name","AuditEvent.agent.name|string",0],["_requestor","AuditEvent.agent.requestor|boolean",0],["_policy","AuditEvent.agent.policy|uri",1]])
const c55 = ["AuditEvent.agent.network","BackboneElement","Element"]
const v56 = valueSet("http://hl7.org/fhir/ValueSet/network-type|4.0.1")
const u57 = tableOf([["_id","AuditEvent.agent.network.id|string",0],["_address","AuditEvent.agent.network.address|string",0],["_type","AuditEvent.agent.network.type|code",0]])
const c58 = ["AuditEvent.source","BackboneElement","Element"]
const u59 = tableOf([["_id","AuditEvent.source.id|string",0],["_site","AuditEvent.source.site|string",0]])
const c60 = ["AuditEvent.entity","BackboneElement","Element"]
const l61 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_AuditEvent_entity_detail(e, p, d)) return false } return true }
const u62 = tableOf([["_id","AuditEvent.entity.id|string",0],["_name","AuditEvent.entity.name|string",0],["_description","AuditEvent.entity.description|string",0],["_query","AuditEvent.entity.query|base64Binary",0]])
const i18 = (value, extra, env) => { try { return ((!(value?.name != null || value?._name != null)) || (!(value?.query != null || value?._query != null))) } catch (thrown) { $.failed(env, thrown, "name.empty() or query.empty()"); return false } }
const c63 = ["AuditEvent.entity.detail","BackboneElement","Element"]
const u64 = tableOf([["_id","AuditEvent.entity.detail.id|string",0],["_type","AuditEvent.entity.detail.type|string",0],["_valueString","AuditEvent.entity.detail.value|string",0],["_valueBase64Binary","AuditEvent.entity.detail.value|base64Binary",0]])
const c65 = ["BackboneElement","Element"]
const u66 = tableOf([["_id","BackboneElement.id|string",0]])
const u67 = tableOf([["_id","Binary.id|id",0],["_implicitRules","Binary.implicitRules|uri",0],["_language","Binary.language|code",0],["_contentType","Binary.contentType|code",0],["_data","Binary.data|base64Binary",0]])
const v68 = valueSet("http://hl7.org/fhir/ValueSet/bundle-type|4.0.1")
const l69 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Bundle_link(e, p, d)) return false } return true }
const l70 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Bundle_entry(e, p, d)) return false } return true }
const u71 = tableOf([["_id","Bundle.id|id",0],["_implicitRules","Bundle.implicitRules|uri",0],["_language","Bundle.language|code",0],["_type","Bundle.type|code",0],["_timestamp","Bundle.timestamp|instant",0],["_total","Bundle.total|unsignedInt",0]])
const i19 = (value, extra, env) => { try { return (((!(value?.total != null || value?._total != null)) || value?.type === "searchset") || value?.type === "history") } catch (thrown) { $.failed(env, thrown, "total.empty() or (type = 'searchset') or (type = 'history')"); return false } }
const i20 = (() => {
function f5(env, value) { const a1 = value?.entry; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.search; if (v4 != null) { return true; } } } return false }
return (value, extra, env) => { try { return ((!f5(env, value)) || value?.type === "searchset") } catch (thrown) { $.failed(env, thrown, "entry.search.empty() or (type = 'searchset')"); return false } }
})()
const i21 = (() => {
function f4(env, value) { const a1 = value?.entry; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { if (!(((v3?.request != null) ? ((env.resource?.type === "batch" || env.resource?.type === "transaction") || env.resource?.type === "history") : (((env.resource?.type != null && env.resource?.type !== "batch") && (env.resource?.type != null && env.resource?.type !== "transaction")) && (env.resource?.type != null && env.resource?.type !== "history"))))) return false; } } return true }
return (value, extra, env) => { try { return f4(env, value) } catch (thrown) { $.failed(env, thrown, "entry.all(request.exists() = (%resource.type = 'batch' or %resource.type = 'transaction' or %resource.type = 'history'))"); return false } }
})()
const i22 = (() => {
function f4(env, value) { const a1 = value?.entry; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { if (!(((v3?.response != null) ? ((env.resource?.type === "batch-response" || env.resource?.type === "transaction-response") || env.resource?.type === "history") : (((env.resource?.type != null && env.resource?.type !== "batch-response") && (env.resource?.type != null && env.resource?.type !== "transaction-response")) && (env.resource?.type != null && env.resource?.type !== "history"))))) return false; } } return true }
return (value, extra, env) => { try { return f4(env, value) } catch (thrown) { $.failed(env, thrown, "entry.all(response.exists() = (%resource.type = 'batch-response' or %resource.type = 'transaction-response' or %resource.type = 'history'))"); return false } }
})()
const i23 = native["(type = 'history') or entry.where(fullUrl.exists()).select(fullUrl&resource.meta.versionId).isDistinct()"]
const i24 = (value, extra, env) => { try { return ((value?.type != null && value?.type !== "document") || ((value?.identifier?.system != null || value?.identifier?._system != null) && (value?.identifier?.value != null || value?.identifier?._value != null))) } catch (thrown) { $.failed(env, thrown, "type = 'document' implies (identifier.system.exists() and identifier.value.exists())"); return false } }
const i25 = (value, extra, env) => { try { return ((value?.type != null && value?.type !== "document") || (value?.timestamp != null)) } catch (thrown) { $.failed(env, thrown, "type = 'document' implies (timestamp.hasValue())"); return false } }
const i26 = (() => {
function f4(env, value) { const a1 = value?.entry; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { return v3; } } }
return (value, extra, env) => { try { return ((value?.type != null && value?.type !== "document") || $.isResource(f4(env, value)?.resource, "Composition", env)) } catch (thrown) { $.failed(env, thrown, "type = 'document' implies entry.first().resource.is(Composition)"); return false } }
})()
const i27 = (() => {
function f4(env, value) { const a1 = value?.entry; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { return v3; } } }
return (value, extra, env) => { try { return ((value?.type != null && value?.type !== "message") || $.isResource(f4(env, value)?.resource, "MessageHeader", env)) } catch (thrown) { $.failed(env, thrown, "type = 'message' implies entry.first().resource.is(MessageHeader)"); return false } }
})()
const c72 = ["Bundle.link","BackboneElement","Element"]
const u73 = tableOf([["_id","Bundle.link.id|string",0],["_relation","Bundle.link.relation|string",0],["_url","Bundle.link.url|uri",0]])
const c74 = ["Bundle.entry","BackboneElement","Element"]
const u75 = tableOf([["_id","Bundle.entry.id|string",0],["_fullUrl","Bundle.entry.fullUrl|uri",0]])
const i28 = (value, extra, env) => { try { return (((value?.resource != null) || (value?.request != null)) || (value?.response != null)) } catch (thrown) { $.failed(env, thrown, "resource.exists() or request.exists() or response.exists()"); return false } }
const i29 = (value, extra, env) => { try { return (!(value?.fullUrl != null || value?._fullUrl != null) || $.includes(value?.fullUrl, "/_history/") === false) } catch (thrown) { $.failed(env, thrown, "fullUrl.exists() implies fullUrl.contains('/_history/').not()"); return false } }
const c76 = ["Bundle.entry.search","BackboneElement","Element"]
const v77 = valueSet("http://hl7.org/fhir/ValueSet/search-entry-mode|4.0.1")
const u78 = tableOf([["_id","Bundle.entry.search.id|string",0],["_mode","Bundle.entry.search.mode|code",0],["_score","Bundle.entry.search.score|decimal",0]])
const c79 = ["Bundle.entry.request","BackboneElement","Element"]
const v80 = valueSet("http://hl7.org/fhir/ValueSet/http-verb|4.0.1")
const u81 = tableOf([["_id","Bundle.entry.request.id|string",0],["_method","Bundle.entry.request.method|code",0],["_url","Bundle.entry.request.url|uri",0],["_ifNoneMatch","Bundle.entry.request.ifNoneMatch|string",0],["_ifModifiedSince","Bundle.entry.request.ifModifiedSince|instant",0],["_ifMatch","Bundle.entry.request.ifMatch|string",0],["_ifNoneExist","Bundle.entry.request.ifNoneExist|string",0]])
const c82 = ["Bundle.entry.response","BackboneElement","Element"]
const u83 = tableOf([["_id","Bundle.entry.response.id|string",0],["_status","Bundle.entry.response.status|string",0],["_location","Bundle.entry.response.location|uri",0],["_etag","Bundle.entry.response.etag|string",0],["_lastModified","Bundle.entry.response.lastModified|instant",0]])
const c84 = ["CapabilityStatement","DomainResource","Resource"]
const v85 = valueSet("http://hl7.org/fhir/ValueSet/publication-status|4.0.1")
const l86 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_ContactDetail(e, p, d)) return false } return true }
const l87 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_UsageContext(e, p, d)) return false } return true }
const v88 = valueSet("http://hl7.org/fhir/ValueSet/capability-statement-kind|4.0.1")
const v89 = valueSet("http://hl7.org/fhir/ValueSet/FHIR-version|4.0.1")
const v90 = valueSet("http://hl7.org/fhir/ValueSet/mimetypes|4.0.1, nor xml, json or ttl")
const l91 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_CapabilityStatement_rest(e, p, d)) return false } return true }
const l92 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_CapabilityStatement_messaging(e, p, d)) return false } return true }
const l93 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_CapabilityStatement_document(e, p, d)) return false } return true }
const u94 = tableOf([["_id","CapabilityStatement.id|id",0],["_implicitRules","CapabilityStatement.implicitRules|uri",0],["_language","CapabilityStatement.language|code",0],["_url","CapabilityStatement.url|uri",0],["_version","CapabilityStatement.version|string",0],["_name","CapabilityStatement.name|string",0],["_title","CapabilityStatement.title|string",0],["_status","CapabilityStatement.status|code",0],["_experimental","CapabilityStatement.experimental|boolean",0],["_date","CapabilityStatement.date|dateTime",0],["_publisher","CapabilityStatement.publisher|string",0],["_description","CapabilityStatement.description|markdown",0],["_purpose","CapabilityStatement.purpose|markdown",0],["_copyright","CapabilityStatement.copyright|markdown",0],["_kind","CapabilityStatement.kind|code",0],["_instantiates","CapabilityStatement.instantiates|canonical",1],["_imports","CapabilityStatement.imports|canonical",1],["_fhirVersion","CapabilityStatement.fhirVersion|code",0],["_format","CapabilityStatement.format|code",1],["_patchFormat","CapabilityStatement.patchFormat|code",1],["_implementationGuide","CapabilityStatement.implementationGuide|canonical",1]])
const i30 = (value, extra, env) => { try { return ((($.isAny(value?.rest, undefined)) || ($.isAny(value?.messaging, undefined))) || ($.isAny(value?.document, undefined))) } catch (thrown) { $.failed(env, thrown, "rest.exists() or messaging.exists() or document.exists()"); return false } }
const i31 = (value, extra, env) => { try { return ((((value?.description != null || value?._description != null) ? 1 : 0) + ((value?.software != null) ? 1 : 0)) + ((value?.implementation != null) ? 1 : 0)) > 0 } catch (thrown) { $.failed(env, thrown, "(description.count() + software.count() + implementation.count()) > 0"); return false } }
const i32 = (() => {
function f7(env, value) { const a1 = value?.messaging; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const a4 = v3?.endpoint; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) || value?.kind === "instance") } catch (thrown) { $.failed(env, thrown, "messaging.endpoint.empty() or kind = 'instance'"); return false } }
})()
const i33 = (() => {
function f10(env, value) { const l5 = []; const a6 = value?.document; if (Array.isArray(a6)) for (let i7 = 0; i7 < a6.length; i7++) { const v8 = a6[i7]; if (v8 != null) { const v9 = $.concatenated(v8?.profile, v8?.mode); if (v9 != null) { if (v9 != null) l5.push(v9); } } } return $.areDistinct(l5) }
return (value, extra, env) => { try { return f10(env, value) } catch (thrown) { $.failed(env, thrown, "document.select(profile&mode).isDistinct()"); return false } }
})()
const i34 = (value, extra, env) => { try { return ((value?.kind != null && value?.kind !== "instance") || (value?.implementation != null)) } catch (thrown) { $.failed(env, thrown, "(kind != 'instance') or implementation.exists()"); return false } }
const i35 = (value, extra, env) => { try { return ((value?.kind != null && value?.kind !== "capability") || (!(value?.implementation != null) && (value?.software != null))) } catch (thrown) { $.failed(env, thrown, "(kind != 'capability') or (implementation.exists().not() and software.exists())"); return false } }
const i36 = (value, extra, env) => { try { return ((value?.kind != null && value?.kind !== "requirements") || (!(value?.implementation != null) && !(value?.software != null))) } catch (thrown) { $.failed(env, thrown, "(kind!='requirements') or (implementation.exists().not() and software.exists().not())"); return false } }
const i37 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i38 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i39 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c95 = ["CapabilityStatement.software","BackboneElement","Element"]
const u96 = tableOf([["_id","CapabilityStatement.software.id|string",0],["_name","CapabilityStatement.software.name|string",0],["_version","CapabilityStatement.software.version|string",0],["_releaseDate","CapabilityStatement.software.releaseDate|dateTime",0]])
const c97 = ["CapabilityStatement.implementation","BackboneElement","Element"]
const g98 = targetsOf(["Organization"])
const u99 = tableOf([["_id","CapabilityStatement.implementation.id|string",0],["_description","CapabilityStatement.implementation.description|string",0],["_url","CapabilityStatement.implementation.url|url",0]])
const c100 = ["CapabilityStatement.rest","BackboneElement","Element"]
const v101 = valueSet("http://hl7.org/fhir/ValueSet/restful-capability-mode|4.0.1")
const l102 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_CapabilityStatement_rest_resource(e, p, d)) return false } return true }
const l103 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_CapabilityStatement_rest_interaction(e, p, d)) return false } return true }
const l104 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_CapabilityStatement_rest_resource_searchParam(e, p, d)) return false } return true }
const l105 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_CapabilityStatement_rest_resource_operation(e, p, d)) return false } return true }
const u106 = tableOf([["_id","CapabilityStatement.rest.id|string",0],["_mode","CapabilityStatement.rest.mode|code",0],["_documentation","CapabilityStatement.rest.documentation|markdown",0],["_compartment","CapabilityStatement.rest.compartment|canonical",1]])
const i40 = (() => {
function f12(env, value) { const l6 = []; const a7 = value?.resource; if (Array.isArray(a7)) for (let i8 = 0; i8 < a7.length; i8++) { const v9 = a7[i8]; if (v9 != null) { const v10 = v9?.type; const x11 = v9?._type; if (v10 != null || x11 != null) { if (v10 != null) l6.push(v10); } } } return $.areDistinct(l6) }
return (value, extra, env) => { try { return f12(env, value) } catch (thrown) { $.failed(env, thrown, "resource.select(type).isDistinct()"); return false } }
})()
const c107 = ["CapabilityStatement.rest.security","BackboneElement","Element"]
const u108 = tableOf([["_id","CapabilityStatement.rest.security.id|string",0],["_cors","CapabilityStatement.rest.security.cors|boolean",0],["_description","CapabilityStatement.rest.security.description|markdown",0]])
const c109 = ["CapabilityStatement.rest.resource","BackboneElement","Element"]
const v110 = valueSet("http://hl7.org/fhir/ValueSet/resource-types|4.0.1")
const l111 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_CapabilityStatement_rest_resource_interaction(e, p, d)) return false } return true }
const v112 = valueSet("http://hl7.org/fhir/ValueSet/versioning-policy|4.0.1")
const v113 = valueSet("http://hl7.org/fhir/ValueSet/conditional-read-status|4.0.1")
const v114 = valueSet("http://hl7.org/fhir/ValueSet/conditional-delete-status|4.0.1")
const v115 = valueSet("http://hl7.org/fhir/ValueSet/reference-handling-policy|4.0.1")
const u116 = tableOf([["_id","CapabilityStatement.rest.resource.id|string",0],["_type","CapabilityStatement.rest.resource.type|code",0],["_profile","CapabilityStatement.rest.resource.profile|canonical",0],["_supportedProfile","CapabilityStatement.rest.resource.supportedProfile|canonical",1],["_documentation","CapabilityStatement.rest.resource.documentation|markdown",0],["_versioning","CapabilityStatement.rest.resource.versioning|code",0],["_readHistory","CapabilityStatement.rest.resource.readHistory|boolean",0],["_updateCreate","CapabilityStatement.rest.resource.updateCreate|boolean",0],["_conditionalCreate","CapabilityStatement.rest.resource.conditionalCreate|boolean",0],["_conditionalRead","CapabilityStatement.rest.resource.conditionalRead|code",0],["_conditionalUpdate","CapabilityStatement.rest.resource.conditionalUpdate|boolean",0],["_conditionalDelete","CapabilityStatement.rest.resource.conditionalDelete|code",0],["_referencePolicy","CapabilityStatement.rest.resource.referencePolicy|code",1],["_searchInclude","CapabilityStatement.rest.resource.searchInclude|string",1],["_searchRevInclude","CapabilityStatement.rest.resource.searchRevInclude|string",1]])
const i41 = (() => {
function f12(env, value) { const l6 = []; const a7 = value?.searchParam; if (Array.isArray(a7)) for (let i8 = 0; i8 < a7.length; i8++) { const v9 = a7[i8]; if (v9 != null) { const v10 = v9?.name; const x11 = v9?._name; if (v10 != null || x11 != null) { if (v10 != null) l6.push(v10); } } } return $.areDistinct(l6) }
return (value, extra, env) => { try { return f12(env, value) } catch (thrown) { $.failed(env, thrown, "searchParam.select(name).isDistinct()"); return false } }
})()
const c117 = ["CapabilityStatement.rest.resource.interaction","BackboneElement","Element"]
const v118 = valueSet("http://hl7.org/fhir/ValueSet/type-restful-interaction|4.0.1")
const u119 = tableOf([["_id","CapabilityStatement.rest.resource.interaction.id|string",0],["_code","CapabilityStatement.rest.resource.interaction.code|code",0],["_documentation","CapabilityStatement.rest.resource.interaction.documentation|markdown",0]])
const c120 = ["CapabilityStatement.rest.resource.searchParam","BackboneElement","Element"]
const v121 = valueSet("http://hl7.org/fhir/ValueSet/search-param-type|4.0.1")
const u122 = tableOf([["_id","CapabilityStatement.rest.resource.searchParam.id|string",0],["_name","CapabilityStatement.rest.resource.searchParam.name|string",0],["_definition","CapabilityStatement.rest.resource.searchParam.definition|canonical",0],["_type","CapabilityStatement.rest.resource.searchParam.type|code",0],["_documentation","CapabilityStatement.rest.resource.searchParam.documentation|markdown",0]])
const c123 = ["CapabilityStatement.rest.resource.operation","BackboneElement","Element"]
const u124 = tableOf([["_id","CapabilityStatement.rest.resource.operation.id|string",0],["_name","CapabilityStatement.rest.resource.operation.name|string",0],["_definition","CapabilityStatement.rest.resource.operation.definition|canonical",0],["_documentation","CapabilityStatement.rest.resource.operation.documentation|markdown",0]])
const c125 = ["CapabilityStatement.rest.interaction","BackboneElement","Element"]
const v126 = valueSet("http://hl7.org/fhir/ValueSet/system-restful-interaction|4.0.1")
const u127 = tableOf([["_id","CapabilityStatement.rest.interaction.id|string",0],["_code","CapabilityStatement.rest.interaction.code|code",0],["_documentation","CapabilityStatement.rest.interaction.documentation|markdown",0]])
const c128 = ["CapabilityStatement.messaging","BackboneElement","Element"]
const l129 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_CapabilityStatement_messaging_endpoint(e, p, d)) return false } return true }
const l130 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_CapabilityStatement_messaging_supportedMessage(e, p, d)) return false } return true }
const u131 = tableOf([["_id","CapabilityStatement.messaging.id|string",0],["_reliableCache","CapabilityStatement.messaging.reliableCache|unsignedInt",0],["_documentation","CapabilityStatement.messaging.documentation|markdown",0]])
const c132 = ["CapabilityStatement.messaging.endpoint","BackboneElement","Element"]
const u133 = tableOf([["_id","CapabilityStatement.messaging.endpoint.id|string",0],["_address","CapabilityStatement.messaging.endpoint.address|url",0]])
const c134 = ["CapabilityStatement.messaging.supportedMessage","BackboneElement","Element"]
const v135 = valueSet("http://hl7.org/fhir/ValueSet/event-capability-mode|4.0.1")
const u136 = tableOf([["_id","CapabilityStatement.messaging.supportedMessage.id|string",0],["_mode","CapabilityStatement.messaging.supportedMessage.mode|code",0],["_definition","CapabilityStatement.messaging.supportedMessage.definition|canonical",0]])
const c137 = ["CapabilityStatement.document","BackboneElement","Element"]
const v138 = valueSet("http://hl7.org/fhir/ValueSet/document-mode|4.0.1")
const u139 = tableOf([["_id","CapabilityStatement.document.id|string",0],["_mode","CapabilityStatement.document.mode|code",0],["_documentation","CapabilityStatement.document.documentation|markdown",0],["_profile","CapabilityStatement.document.profile|canonical",0]])
const c140 = ["CarePlan","DomainResource","Resource"]
const g141 = targetsOf(["CarePlan"])
const v142 = valueSet("http://hl7.org/fhir/ValueSet/request-status|4.0.1")
const v143 = valueSet("http://hl7.org/fhir/ValueSet/care-plan-intent|4.0.1")
const g144 = targetsOf(["Patient","Group"])
const g145 = targetsOf(["Patient","Practitioner","PractitionerRole","Device","RelatedPerson","Organization","CareTeam"])
const g146 = targetsOf(["CareTeam"])
const g147 = targetsOf(["Condition"])
const g148 = targetsOf(["Goal"])
const l149 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_CarePlan_activity(e, p, d)) return false } return true }
const u150 = tableOf([["_id","CarePlan.id|id",0],["_implicitRules","CarePlan.implicitRules|uri",0],["_language","CarePlan.language|code",0],["_instantiatesCanonical","CarePlan.instantiatesCanonical|canonical",1],["_instantiatesUri","CarePlan.instantiatesUri|uri",1],["_status","CarePlan.status|code",0],["_intent","CarePlan.intent|code",0],["_title","CarePlan.title|string",0],["_description","CarePlan.description|string",0],["_created","CarePlan.created|dateTime",0]])
const i42 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i43 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i44 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c151 = ["CarePlan.activity","BackboneElement","Element"]
const g152 = targetsOf(["Appointment","CommunicationRequest","DeviceRequest","MedicationRequest","NutritionOrder","Task","ServiceRequest","VisionPrescription","RequestGroup"])
const u153 = tableOf([["_id","CarePlan.activity.id|string",0]])
const i45 = (value, extra, env) => { try { return ((!(value?.detail != null)) || (!(value?.reference != null))) } catch (thrown) { $.failed(env, thrown, "detail.empty() or reference.empty()"); return false } }
const c154 = ["CarePlan.activity.detail","BackboneElement","Element"]
const v155 = valueSet("http://hl7.org/fhir/ValueSet/care-plan-activity-kind|4.0.1")
const g156 = targetsOf(["Condition","Observation","DiagnosticReport","DocumentReference"])
const v157 = valueSet("http://hl7.org/fhir/ValueSet/care-plan-activity-status|4.0.1")
const g158 = targetsOf(["Practitioner","PractitionerRole","Organization","RelatedPerson","Patient","CareTeam","HealthcareService","Device"])
const g159 = targetsOf(["Medication","Substance"])
const u160 = tableOf([["_id","CarePlan.activity.detail.id|string",0],["_kind","CarePlan.activity.detail.kind|code",0],["_instantiatesCanonical","CarePlan.activity.detail.instantiatesCanonical|canonical",1],["_instantiatesUri","CarePlan.activity.detail.instantiatesUri|uri",1],["_status","CarePlan.activity.detail.status|code",0],["_doNotPerform","CarePlan.activity.detail.doNotPerform|boolean",0],["_scheduledString","CarePlan.activity.detail.scheduled|string",0],["_description","CarePlan.activity.detail.description|string",0]])
const c161 = ["CareTeam","DomainResource","Resource"]
const v162 = valueSet("http://hl7.org/fhir/ValueSet/care-team-status|4.0.1")
const l163 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_CareTeam_participant(e, p, d)) return false } return true }
const l164 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_ContactPoint(e, p, d)) return false } return true }
const u165 = tableOf([["_id","CareTeam.id|id",0],["_implicitRules","CareTeam.implicitRules|uri",0],["_language","CareTeam.language|code",0],["_status","CareTeam.status|code",0],["_name","CareTeam.name|string",0]])
const i46 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i47 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i48 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c166 = ["CareTeam.participant","BackboneElement","Element"]
const g167 = targetsOf(["Practitioner","PractitionerRole","RelatedPerson","Patient","Organization","CareTeam"])
const u168 = tableOf([["_id","CareTeam.participant.id|string",0]])
const i49 = (() => {
function f2(env, value) { const l1 = $.resolve($.listed(value?.member, undefined, "Reference"), env); return ((!((l1).length > 0)) ? true : (($.ofType(l1, "Practitioner", env)).length > 0)) }
return (value, extra, env) => { try { return (!(value?.onBehalfOf != null) || f2(env, value) === true) } catch (thrown) { $.failed(env, thrown, "onBehalfOf.exists() implies (member.resolve().iif(empty(), true, ofType(Practitioner).exists()))"); return false } }
})()
const c169 = ["CodeableConcept","Element"]
const u170 = tableOf([["_id","CodeableConcept.id|string",0],["_text","CodeableConcept.text|string",0]])
const c171 = ["Coding","Element"]
const u172 = tableOf([["_id","Coding.id|string",0],["_system","Coding.system|uri",0],["_version","Coding.version|string",0],["_code","Coding.code|code",0],["_display","Coding.display|string",0],["_userSelected","Coding.userSelected|boolean",0]])
const c173 = ["Communication","DomainResource","Resource"]
const g174 = targetsOf(["Communication"])
const v175 = valueSet("http://hl7.org/fhir/ValueSet/event-status|4.0.1")
const v176 = valueSet("http://hl7.org/fhir/ValueSet/request-priority|4.0.1")
const g177 = targetsOf(["Device","Organization","Patient","Practitioner","PractitionerRole","RelatedPerson","Group","CareTeam","HealthcareService"])
const g178 = targetsOf(["Device","Organization","Patient","Practitioner","PractitionerRole","RelatedPerson","HealthcareService"])
const l179 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Communication_payload(e, p, d)) return false } return true }
const u180 = tableOf([["_id","Communication.id|id",0],["_implicitRules","Communication.implicitRules|uri",0],["_language","Communication.language|code",0],["_instantiatesCanonical","Communication.instantiatesCanonical|canonical",1],["_instantiatesUri","Communication.instantiatesUri|uri",1],["_status","Communication.status|code",0],["_priority","Communication.priority|code",0],["_sent","Communication.sent|dateTime",0],["_received","Communication.received|dateTime",0]])
const i50 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i51 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i52 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c181 = ["Communication.payload","BackboneElement","Element"]
const u182 = tableOf([["_id","Communication.payload.id|string",0],["_contentString","Communication.payload.content|string",0]])
const c183 = ["Composition","DomainResource","Resource"]
const v184 = valueSet("http://hl7.org/fhir/ValueSet/composition-status|4.0.1")
const g185 = targetsOf(["Practitioner","PractitionerRole","Device","Patient","RelatedPerson","Organization"])
const v186 = valueSet("http://terminology.hl7.org/ValueSet/v3-ConfidentialityClassification|2014-03-26")
const l187 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Composition_attester(e, p, d)) return false } return true }
const l188 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Composition_relatesTo(e, p, d)) return false } return true }
const l189 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Composition_event(e, p, d)) return false } return true }
const l190 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Composition_section(e, p, d)) return false } return true }
const u191 = tableOf([["_id","Composition.id|id",0],["_implicitRules","Composition.implicitRules|uri",0],["_language","Composition.language|code",0],["_status","Composition.status|code",0],["_date","Composition.date|dateTime",0],["_title","Composition.title|string",0],["_confidentiality","Composition.confidentiality|code",0]])
const i53 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i54 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i55 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c192 = ["Composition.attester","BackboneElement","Element"]
const v193 = valueSet("http://hl7.org/fhir/ValueSet/composition-attestation-mode|4.0.1")
const g194 = targetsOf(["Patient","RelatedPerson","Practitioner","PractitionerRole","Organization"])
const u195 = tableOf([["_id","Composition.attester.id|string",0],["_mode","Composition.attester.mode|code",0],["_time","Composition.attester.time|dateTime",0]])
const c196 = ["Composition.relatesTo","BackboneElement","Element"]
const v197 = valueSet("http://hl7.org/fhir/ValueSet/document-relationship-type|4.0.1")
const g198 = targetsOf(["Composition"])
const u199 = tableOf([["_id","Composition.relatesTo.id|string",0],["_code","Composition.relatesTo.code|code",0]])
const c200 = ["Composition.event","BackboneElement","Element"]
const u201 = tableOf([["_id","Composition.event.id|string",0]])
const c202 = ["Composition.section","BackboneElement","Element"]
const v203 = valueSet("http://hl7.org/fhir/ValueSet/list-mode|4.0.1")
const u204 = tableOf([["_id","Composition.section.id|string",0],["_title","Composition.section.title|string",0],["_mode","Composition.section.mode|code",0]])
const i56 = (value, extra, env) => { try { return (((value?.text != null) || ($.isAny(value?.entry, undefined))) || ($.isAny(value?.section, undefined))) } catch (thrown) { $.failed(env, thrown, "text.exists() or entry.exists() or section.exists()"); return false } }
const i57 = (value, extra, env) => { try { return ((!(value?.emptyReason != null)) || (!($.isAny(value?.entry, undefined)))) } catch (thrown) { $.failed(env, thrown, "emptyReason.empty() or entry.empty()"); return false } }
const c205 = ["Condition","DomainResource","Resource"]
const v206 = valueSet("http://hl7.org/fhir/ValueSet/condition-clinical|4.0.1")
const v207 = valueSet("http://hl7.org/fhir/ValueSet/condition-ver-status|4.0.1")
const l208 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Condition_stage(e, p, d)) return false } return true }
const l209 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Condition_evidence(e, p, d)) return false } return true }
const u210 = tableOf([["_id","Condition.id|id",0],["_implicitRules","Condition.implicitRules|uri",0],["_language","Condition.language|code",0],["_onsetDateTime","Condition.onset|dateTime",0],["_onsetString","Condition.onset|string",0],["_abatementDateTime","Condition.abatement|dateTime",0],["_abatementString","Condition.abatement|string",0],["_recordedDate","Condition.recordedDate|dateTime",0]])
const i58 = (() => {
function f7(env, value) { const a4 = value?.clinicalStatus?.coding; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if ((v6?.system === "http://terminology.hl7.org/CodeSystem/condition-clinical" && ((v6?.code === "resolved" || v6?.code === "remission") || v6?.code === "inactive"))) { return true; } } } return false }
return (value, extra, env) => { try { return ((!(value?.abatementDateTime != null || value?.abatementAge != null || value?.abatementPeriod != null || value?.abatementRange != null || value?.abatementString != null || value?._abatementDateTime != null || value?._abatementString != null)) || f7(env, value)) } catch (thrown) { $.failed(env, thrown, "abatement.empty() or clinicalStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-clinical' and (code='resolved' or code='remission' or code='inactive')).exists()"); return false } }
})()
const i59 = (() => {
function f7(env, value) { const a4 = value?.verificationStatus?.coding; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if ((v6?.system === "http://terminology.hl7.org/CodeSystem/condition-ver-status" && v6?.code === "entered-in-error")) { return true; } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) || (!(value?.clinicalStatus != null))) } catch (thrown) { $.failed(env, thrown, "verificationStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-ver-status' and code='entered-in-error').empty() or clinicalStatus.empty()"); return false } }
})()
const i60 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i61 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i62 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c211 = ["Condition.stage","BackboneElement","Element"]
const g212 = targetsOf(["ClinicalImpression","DiagnosticReport","Observation"])
const u213 = tableOf([["_id","Condition.stage.id|string",0]])
const i63 = (value, extra, env) => { try { return ((value?.summary != null) || ($.isAny(value?.assessment, undefined))) } catch (thrown) { $.failed(env, thrown, "summary.exists() or assessment.exists()"); return false } }
const c214 = ["Condition.evidence","BackboneElement","Element"]
const u215 = tableOf([["_id","Condition.evidence.id|string",0]])
const i64 = (value, extra, env) => { try { return (($.isAny(value?.code, undefined)) || ($.isAny(value?.detail, undefined))) } catch (thrown) { $.failed(env, thrown, "code.exists() or detail.exists()"); return false } }
const c216 = ["Consent","DomainResource","Resource"]
const v217 = valueSet("http://hl7.org/fhir/ValueSet/consent-state-codes|4.0.1")
const g218 = targetsOf(["Organization","Patient","Practitioner","RelatedPerson","PractitionerRole"])
const g219 = targetsOf(["Consent","DocumentReference","Contract","QuestionnaireResponse"])
const l220 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Consent_policy(e, p, d)) return false } return true }
const l221 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Consent_verification(e, p, d)) return false } return true }
const u222 = tableOf([["_id","Consent.id|id",0],["_implicitRules","Consent.implicitRules|uri",0],["_language","Consent.language|code",0],["_status","Consent.status|code",0],["_dateTime","Consent.dateTime|dateTime",0]])
const i65 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i66 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i67 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const i68 = (value, extra, env) => { try { return (($.isAny(value?.policy, undefined)) || (value?.policyRule != null)) } catch (thrown) { $.failed(env, thrown, "policy.exists() or policyRule.exists()"); return false } }
const c223 = ["Consent.policy","BackboneElement","Element"]
const u224 = tableOf([["_id","Consent.policy.id|string",0],["_authority","Consent.policy.authority|uri",0],["_uri","Consent.policy.uri|uri",0]])
const c225 = ["Consent.verification","BackboneElement","Element"]
const g226 = targetsOf(["Patient","RelatedPerson"])
const u227 = tableOf([["_id","Consent.verification.id|string",0],["_verified","Consent.verification.verified|boolean",0],["_verificationDate","Consent.verification.verificationDate|dateTime",0]])
const c228 = ["Consent.provision","BackboneElement","Element"]
const v229 = valueSet("http://hl7.org/fhir/ValueSet/consent-provision-type|4.0.1")
const l230 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Consent_provision_actor(e, p, d)) return false } return true }
const l231 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Consent_provision_data(e, p, d)) return false } return true }
const l232 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Consent_provision(e, p, d)) return false } return true }
const u233 = tableOf([["_id","Consent.provision.id|string",0],["_type","Consent.provision.type|code",0]])
const c234 = ["Consent.provision.actor","BackboneElement","Element"]
const g235 = targetsOf(["Device","Group","CareTeam","Organization","Patient","Practitioner","RelatedPerson","PractitionerRole"])
const u236 = tableOf([["_id","Consent.provision.actor.id|string",0]])
const c237 = ["Consent.provision.data","BackboneElement","Element"]
const v238 = valueSet("http://hl7.org/fhir/ValueSet/consent-data-meaning|4.0.1")
const u239 = tableOf([["_id","Consent.provision.data.id|string",0],["_meaning","Consent.provision.data.meaning|code",0]])
const c240 = ["ContactDetail","Element"]
const u241 = tableOf([["_id","ContactDetail.id|string",0],["_name","ContactDetail.name|string",0]])
const c242 = ["ContactPoint","Element"]
const v243 = valueSet("http://hl7.org/fhir/ValueSet/contact-point-system|4.0.1")
const v244 = valueSet("http://hl7.org/fhir/ValueSet/contact-point-use|4.0.1")
const u245 = tableOf([["_id","ContactPoint.id|string",0],["_system","ContactPoint.system|code",0],["_value","ContactPoint.value|string",0],["_use","ContactPoint.use|code",0],["_rank","ContactPoint.rank|positiveInt",0]])
const i69 = (value, extra, env) => { try { return ((!(value?.value != null || value?._value != null)) || (value?.system != null || value?._system != null)) } catch (thrown) { $.failed(env, thrown, "value.empty() or system.exists()"); return false } }
const c246 = ["Contributor","Element"]
const v247 = valueSet("http://hl7.org/fhir/ValueSet/contributor-type|4.0.1")
const u248 = tableOf([["_id","Contributor.id|string",0],["_type","Contributor.type|code",0],["_name","Contributor.name|string",0]])
const c249 = ["Count","Quantity","Element"]
const u250 = tableOf([["_id","Count.id|string",0],["_value","Count.value|decimal",0],["_comparator","Count.comparator|code",0],["_unit","Count.unit|string",0],["_system","Count.system|uri",0],["_code","Count.code|code",0]])
const i70 = (() => {
function f4(env, value) { for (const n1 of $.toText($.listed(value?.value, value?._value, "decimal"))) { const v2 = n1.value, x3 = n1.extra; return v2; } }
return (value, extra, env) => { try { return (((((value?.code != null || value?._code != null) || (!(value?.value != null || value?._value != null))) && ((!(value?.system != null || value?._system != null)) || value?.system === "http://unitsofmeasure.org")) && ((!(value?.code != null || value?._code != null)) || value?.code === "1")) && (((!(value?.value != null || value?._value != null)) || !(value?.value != null)) || $.includes(f4(env, value), ".") === false)) } catch (thrown) { $.failed(env, thrown, "(code.exists() or value.empty()) and (system.empty() or system = %ucum) and (code.empty() or code = '1') and (value.empty() or value.hasValue().not() or value.toString().contains('.').not())"); return false } }
})()
const i71 = (value, extra, env) => { try { return ((!(value?.code != null || value?._code != null)) || (value?.system != null || value?._system != null)) } catch (thrown) { $.failed(env, thrown, "code.empty() or system.exists()"); return false } }
const c251 = ["DataRequirement","Element"]
const v252 = valueSet("http://hl7.org/fhir/ValueSet/all-types|4.0.1")
const g253 = targetsOf(["Group"])
const l254 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_DataRequirement_codeFilter(e, p, d)) return false } return true }
const l255 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_DataRequirement_dateFilter(e, p, d)) return false } return true }
const l256 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_DataRequirement_sort(e, p, d)) return false } return true }
const u257 = tableOf([["_id","DataRequirement.id|string",0],["_type","DataRequirement.type|code",0],["_profile","DataRequirement.profile|canonical",1],["_mustSupport","DataRequirement.mustSupport|string",1],["_limit","DataRequirement.limit|positiveInt",0]])
const c258 = ["DataRequirement.codeFilter","Element"]
const u259 = tableOf([["_id","DataRequirement.codeFilter.id|string",0],["_path","DataRequirement.codeFilter.path|string",0],["_searchParam","DataRequirement.codeFilter.searchParam|string",0],["_valueSet","DataRequirement.codeFilter.valueSet|canonical",0]])
const i72 = (value, extra, env) => { try { return ((value?.path != null || value?._path != null)) !== ((value?.searchParam != null || value?._searchParam != null)) } catch (thrown) { $.failed(env, thrown, "path.exists() xor searchParam.exists()"); return false } }
const c260 = ["DataRequirement.dateFilter","Element"]
const u261 = tableOf([["_id","DataRequirement.dateFilter.id|string",0],["_path","DataRequirement.dateFilter.path|string",0],["_searchParam","DataRequirement.dateFilter.searchParam|string",0],["_valueDateTime","DataRequirement.dateFilter.value|dateTime",0]])
const i73 = (value, extra, env) => { try { return ((value?.path != null || value?._path != null)) !== ((value?.searchParam != null || value?._searchParam != null)) } catch (thrown) { $.failed(env, thrown, "path.exists() xor searchParam.exists()"); return false } }
const c262 = ["DataRequirement.sort","Element"]
const v263 = valueSet("http://hl7.org/fhir/ValueSet/sort-direction|4.0.1")
const u264 = tableOf([["_id","DataRequirement.sort.id|string",0],["_path","DataRequirement.sort.path|string",0],["_direction","DataRequirement.sort.direction|code",0]])
const c265 = ["Device","DomainResource","Resource"]
const g266 = targetsOf(["DeviceDefinition"])
const l267 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Device_udiCarrier(e, p, d)) return false } return true }
const v268 = valueSet("http://hl7.org/fhir/ValueSet/device-status|4.0.1")
const l269 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Device_deviceName(e, p, d)) return false } return true }
const l270 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Device_specialization(e, p, d)) return false } return true }
const l271 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Device_version(e, p, d)) return false } return true }
const l272 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Device_property(e, p, d)) return false } return true }
const g273 = targetsOf(["Device"])
const u274 = tableOf([["_id","Device.id|id",0],["_implicitRules","Device.implicitRules|uri",0],["_language","Device.language|code",0],["_status","Device.status|code",0],["_distinctIdentifier","Device.distinctIdentifier|string",0],["_manufacturer","Device.manufacturer|string",0],["_manufactureDate","Device.manufactureDate|dateTime",0],["_expirationDate","Device.expirationDate|dateTime",0],["_lotNumber","Device.lotNumber|string",0],["_serialNumber","Device.serialNumber|string",0],["_modelNumber","Device.modelNumber|string",0],["_partNumber","Device.partNumber|string",0],["_url","Device.url|uri",0]])
const i74 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i75 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i76 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c275 = ["Device.udiCarrier","BackboneElement","Element"]
const v276 = valueSet("http://hl7.org/fhir/ValueSet/udi-entry-type|4.0.1")
const u277 = tableOf([["_id","Device.udiCarrier.id|string",0],["_deviceIdentifier","Device.udiCarrier.deviceIdentifier|string",0],["_issuer","Device.udiCarrier.issuer|uri",0],["_jurisdiction","Device.udiCarrier.jurisdiction|uri",0],["_carrierAIDC","Device.udiCarrier.carrierAIDC|base64Binary",0],["_carrierHRF","Device.udiCarrier.carrierHRF|string",0],["_entryType","Device.udiCarrier.entryType|code",0]])
const c278 = ["Device.deviceName","BackboneElement","Element"]
const v279 = valueSet("http://hl7.org/fhir/ValueSet/device-nametype|4.0.1")
const u280 = tableOf([["_id","Device.deviceName.id|string",0],["_name","Device.deviceName.name|string",0],["_type","Device.deviceName.type|code",0]])
const c281 = ["Device.specialization","BackboneElement","Element"]
const u282 = tableOf([["_id","Device.specialization.id|string",0],["_version","Device.specialization.version|string",0]])
const c283 = ["Device.version","BackboneElement","Element"]
const u284 = tableOf([["_id","Device.version.id|string",0],["_value","Device.version.value|string",0]])
const c285 = ["Device.property","BackboneElement","Element"]
const l286 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Quantity(e, p, d)) return false } return true }
const u287 = tableOf([["_id","Device.property.id|string",0]])
const c288 = ["DeviceRequest","DomainResource","Resource"]
const v289 = valueSet("http://hl7.org/fhir/ValueSet/request-intent|4.0.1")
const l290 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_DeviceRequest_parameter(e, p, d)) return false } return true }
const g291 = targetsOf(["Patient","Group","Location","Device"])
const g292 = targetsOf(["Device","Practitioner","PractitionerRole","Organization"])
const g293 = targetsOf(["Practitioner","PractitionerRole","Organization","CareTeam","HealthcareService","Patient","Device","RelatedPerson"])
const g294 = targetsOf(["Coverage","ClaimResponse"])
const g295 = targetsOf(["Provenance"])
const u296 = tableOf([["_id","DeviceRequest.id|id",0],["_implicitRules","DeviceRequest.implicitRules|uri",0],["_language","DeviceRequest.language|code",0],["_instantiatesCanonical","DeviceRequest.instantiatesCanonical|canonical",1],["_instantiatesUri","DeviceRequest.instantiatesUri|uri",1],["_status","DeviceRequest.status|code",0],["_intent","DeviceRequest.intent|code",0],["_priority","DeviceRequest.priority|code",0],["_occurrenceDateTime","DeviceRequest.occurrence|dateTime",0],["_authoredOn","DeviceRequest.authoredOn|dateTime",0]])
const i77 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i78 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i79 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c297 = ["DeviceRequest.parameter","BackboneElement","Element"]
const u298 = tableOf([["_id","DeviceRequest.parameter.id|string",0],["_valueBoolean","DeviceRequest.parameter.value|boolean",0]])
const c299 = ["DiagnosticReport","DomainResource","Resource"]
const g300 = targetsOf(["CarePlan","ImmunizationRecommendation","MedicationRequest","NutritionOrder","ServiceRequest"])
const v301 = valueSet("http://hl7.org/fhir/ValueSet/diagnostic-report-status|4.0.1")
const g302 = targetsOf(["Patient","Group","Device","Location"])
const g303 = targetsOf(["Practitioner","PractitionerRole","Organization","CareTeam"])
const g304 = targetsOf(["Specimen"])
const g305 = targetsOf(["Observation"])
const g306 = targetsOf(["ImagingStudy"])
const l307 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_DiagnosticReport_media(e, p, d)) return false } return true }
const l308 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Attachment(e, p, d)) return false } return true }
const u309 = tableOf([["_id","DiagnosticReport.id|id",0],["_implicitRules","DiagnosticReport.implicitRules|uri",0],["_language","DiagnosticReport.language|code",0],["_status","DiagnosticReport.status|code",0],["_effectiveDateTime","DiagnosticReport.effective|dateTime",0],["_issued","DiagnosticReport.issued|instant",0],["_conclusion","DiagnosticReport.conclusion|string",0]])
const i80 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i81 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i82 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c310 = ["DiagnosticReport.media","BackboneElement","Element"]
const g311 = targetsOf(["Media"])
const u312 = tableOf([["_id","DiagnosticReport.media.id|string",0],["_comment","DiagnosticReport.media.comment|string",0]])
const c313 = ["Distance","Quantity","Element"]
const u314 = tableOf([["_id","Distance.id|string",0],["_value","Distance.value|decimal",0],["_comparator","Distance.comparator|code",0],["_unit","Distance.unit|string",0],["_system","Distance.system|uri",0],["_code","Distance.code|code",0]])
const i83 = (value, extra, env) => { try { return (((value?.code != null || value?._code != null) || (!(value?.value != null || value?._value != null))) && ((!(value?.system != null || value?._system != null)) || value?.system === "http://unitsofmeasure.org")) } catch (thrown) { $.failed(env, thrown, "(code.exists() or value.empty()) and (system.empty() or system = %ucum)"); return false } }
const i84 = (value, extra, env) => { try { return ((!(value?.code != null || value?._code != null)) || (value?.system != null || value?._system != null)) } catch (thrown) { $.failed(env, thrown, "code.empty() or system.exists()"); return false } }
const c315 = ["DocumentReference","DomainResource","Resource"]
const v316 = valueSet("http://hl7.org/fhir/ValueSet/document-reference-status|4.0.1")
const g317 = targetsOf(["Patient","Practitioner","Group","Device"])
const g318 = targetsOf(["Practitioner","PractitionerRole","Organization","Device","Patient","RelatedPerson"])
const g319 = targetsOf(["Practitioner","PractitionerRole","Organization"])
const l320 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_DocumentReference_relatesTo(e, p, d)) return false } return true }
const l321 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_DocumentReference_content(e, p, d)) return false } return true }
const u322 = tableOf([["_id","DocumentReference.id|id",0],["_implicitRules","DocumentReference.implicitRules|uri",0],["_language","DocumentReference.language|code",0],["_status","DocumentReference.status|code",0],["_docStatus","DocumentReference.docStatus|code",0],["_date","DocumentReference.date|instant",0],["_description","DocumentReference.description|string",0]])
const i85 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i86 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i87 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c323 = ["DocumentReference.relatesTo","BackboneElement","Element"]
const g324 = targetsOf(["DocumentReference"])
const u325 = tableOf([["_id","DocumentReference.relatesTo.id|string",0],["_code","DocumentReference.relatesTo.code|code",0]])
const c326 = ["DocumentReference.content","BackboneElement","Element"]
const u327 = tableOf([["_id","DocumentReference.content.id|string",0]])
const c328 = ["DocumentReference.context","BackboneElement","Element"]
const g329 = targetsOf(["Encounter","EpisodeOfCare"])
const u330 = tableOf([["_id","DocumentReference.context.id|string",0]])
const c331 = ["Dosage","BackboneElement","Element"]
const l332 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Dosage_doseAndRate(e, p, d)) return false } return true }
const u333 = tableOf([["_id","Dosage.id|string",0],["_sequence","Dosage.sequence|integer",0],["_text","Dosage.text|string",0],["_patientInstruction","Dosage.patientInstruction|string",0],["_asNeededBoolean","Dosage.asNeeded|boolean",0]])
const c334 = ["Dosage.doseAndRate","Element"]
const u335 = tableOf([["_id","Dosage.doseAndRate.id|string",0]])
const c336 = ["Duration","Quantity","Element"]
const u337 = tableOf([["_id","Duration.id|string",0],["_value","Duration.value|decimal",0],["_comparator","Duration.comparator|code",0],["_unit","Duration.unit|string",0],["_system","Duration.system|uri",0],["_code","Duration.code|code",0]])
const i88 = (value, extra, env) => { try { return (!(value?.code != null || value?._code != null) || (value?.system === "http://unitsofmeasure.org" && (value?.value != null || value?._value != null))) } catch (thrown) { $.failed(env, thrown, "code.exists() implies ((system = %ucum) and value.exists())"); return false } }
const i89 = (value, extra, env) => { try { return ((!(value?.code != null || value?._code != null)) || (value?.system != null || value?._system != null)) } catch (thrown) { $.failed(env, thrown, "code.empty() or system.exists()"); return false } }
const c338 = ["Element"]
const u339 = tableOf([["_id","Element.id|string",0]])
const c340 = ["Encounter","DomainResource","Resource"]
const v341 = valueSet("http://hl7.org/fhir/ValueSet/encounter-status|4.0.1")
const l342 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Encounter_statusHistory(e, p, d)) return false } return true }
const l343 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Encounter_classHistory(e, p, d)) return false } return true }
const g344 = targetsOf(["EpisodeOfCare"])
const l345 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Encounter_participant(e, p, d)) return false } return true }
const g346 = targetsOf(["Appointment"])
const l347 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Encounter_diagnosis(e, p, d)) return false } return true }
const g348 = targetsOf(["Account"])
const l349 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Encounter_location(e, p, d)) return false } return true }
const u350 = tableOf([["_id","Encounter.id|id",0],["_implicitRules","Encounter.implicitRules|uri",0],["_language","Encounter.language|code",0],["_status","Encounter.status|code",0]])
const i90 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i91 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i92 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c351 = ["Encounter.statusHistory","BackboneElement","Element"]
const u352 = tableOf([["_id","Encounter.statusHistory.id|string",0],["_status","Encounter.statusHistory.status|code",0]])
const c353 = ["Encounter.classHistory","BackboneElement","Element"]
const u354 = tableOf([["_id","Encounter.classHistory.id|string",0]])
const c355 = ["Encounter.participant","BackboneElement","Element"]
const g356 = targetsOf(["Practitioner","PractitionerRole","RelatedPerson"])
const u357 = tableOf([["_id","Encounter.participant.id|string",0]])
const c358 = ["Encounter.diagnosis","BackboneElement","Element"]
const g359 = targetsOf(["Condition","Procedure"])
const u360 = tableOf([["_id","Encounter.diagnosis.id|string",0],["_rank","Encounter.diagnosis.rank|positiveInt",0]])
const c361 = ["Encounter.hospitalization","BackboneElement","Element"]
const g362 = targetsOf(["Location","Organization"])
const u363 = tableOf([["_id","Encounter.hospitalization.id|string",0]])
const c364 = ["Encounter.location","BackboneElement","Element"]
const v365 = valueSet("http://hl7.org/fhir/ValueSet/encounter-location-status|4.0.1")
const u366 = tableOf([["_id","Encounter.location.id|string",0],["_status","Encounter.location.status|code",0]])
const c367 = ["Endpoint","DomainResource","Resource"]
const v368 = valueSet("http://hl7.org/fhir/ValueSet/endpoint-status|4.0.1")
const u369 = tableOf([["_id","Endpoint.id|id",0],["_implicitRules","Endpoint.implicitRules|uri",0],["_language","Endpoint.language|code",0],["_status","Endpoint.status|code",0],["_name","Endpoint.name|string",0],["_payloadMimeType","Endpoint.payloadMimeType|code",1],["_address","Endpoint.address|url",0],["_header","Endpoint.header|string",1]])
const i93 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i94 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i95 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c370 = ["EpisodeOfCare","DomainResource","Resource"]
const v371 = valueSet("http://hl7.org/fhir/ValueSet/episode-of-care-status|4.0.1")
const l372 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_EpisodeOfCare_statusHistory(e, p, d)) return false } return true }
const l373 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_EpisodeOfCare_diagnosis(e, p, d)) return false } return true }
const g374 = targetsOf(["Practitioner","PractitionerRole"])
const u375 = tableOf([["_id","EpisodeOfCare.id|id",0],["_implicitRules","EpisodeOfCare.implicitRules|uri",0],["_language","EpisodeOfCare.language|code",0],["_status","EpisodeOfCare.status|code",0]])
const i96 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i97 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i98 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c376 = ["EpisodeOfCare.statusHistory","BackboneElement","Element"]
const u377 = tableOf([["_id","EpisodeOfCare.statusHistory.id|string",0],["_status","EpisodeOfCare.statusHistory.status|code",0]])
const c378 = ["EpisodeOfCare.diagnosis","BackboneElement","Element"]
const u379 = tableOf([["_id","EpisodeOfCare.diagnosis.id|string",0],["_rank","EpisodeOfCare.diagnosis.rank|positiveInt",0]])
const c380 = ["Expression","Element"]
const u381 = tableOf([["_id","Expression.id|string",0],["_description","Expression.description|string",0],["_name","Expression.name|id",0],["_language","Expression.language|code",0],["_expression","Expression.expression|string",0],["_reference","Expression.reference|uri",0]])
const i99 = (value, extra, env) => { try { return ((value?.expression != null || value?._expression != null) || (value?.reference != null || value?._reference != null)) } catch (thrown) { $.failed(env, thrown, "expression.exists() or reference.exists()"); return false } }
const c382 = ["Extension","Element"]
const w383 = new Map([["valueBase64Binary", (v, d, path) => { if (!isBase64Binary(v)) return false; return true }],
["valueCanonical", (v, d, path) => { if (!isCanonical(v)) return false; return true }],
["valueDecimal", (v, d, path) => { if (!isDecimal(v)) return false; return true }],
["valueId", (v, d, path) => { if (!isId(v)) return false; return true }],
["valueMarkdown", (v, d, path) => { if (!isMarkdown(v)) return false; return true }],
["valueOid", (v, d, path) => { if (!isOid(v)) return false; return true }],
["valuePositiveInt", (v, d, path) => { if (!isPositiveInt(v)) return false; return true }],
["valueTime", (v, d, path) => { if (!isTime(v)) return false; return true }],
["valueUnsignedInt", (v, d, path) => { if (!isUnsignedInt(v)) return false; return true }],
["valueUri", (v, d, path) => { if (!isUri(v)) return false; return true }],
["valueUrl", (v, d, path) => { if (!isUrl(v)) return false; return true }],
["valueUuid", (v, d, path) => { if (!isUuid(v)) return false; return true }],
["valueAddress", (v, d, path) => { if (!isJson(v) || !t_Address(v, path, d + 1)) return false; return true }],
["valueAge", (v, d, path) => { if (!isJson(v) || !t_Age(v, path, d + 1)) return false; return true }],
["valueAnnotation", (v, d, path) => { if (!isJson(v) || !t_Annotation(v, path, d + 1)) return false; return true }],
["valueAttachment", (v, d, path) => { if (!isJson(v) || !t_Attachment(v, path, d + 1)) return false; return true }],
["valueContactPoint", (v, d, path) => { if (!isJson(v) || !t_ContactPoint(v, path, d + 1)) return false; return true }],
["valueCount", (v, d, path) => { if (!isJson(v) || !t_Count(v, path, d + 1)) return false; return true }],
["valueDistance", (v, d, path) => { if (!isJson(v) || !t_Distance(v, path, d + 1)) return false; return true }],
["valueDuration", (v, d, path) => { if (!isJson(v) || !t_Duration(v, path, d + 1)) return false; return true }],
["valueHumanName", (v, d, path) => { if (!isJson(v) || !t_HumanName(v, path, d + 1)) return false; return true }],
["valueMoney", (v, d, path) => { if (!isJson(v) || !t_Money(v, path, d + 1)) return false; return true }],
["valueQuantity", (v, d, path) => { if (!isJson(v) || !t_Quantity(v, path, d + 1)) return false; return true }],
["valueRange", (v, d, path) => { if (!isJson(v) || !t_Range(v, path, d + 1)) return false; return true }],
["valueRatio", (v, d, path) => { if (!isJson(v) || !t_Ratio(v, path, d + 1)) return false; return true }],
["valueSampledData", (v, d, path) => { if (!isJson(v) || !t_SampledData(v, path, d + 1)) return false; return true }],
["valueSignature", (v, d, path) => { if (!isJson(v) || !t_Signature(v, path, d + 1)) return false; return true }],
["valueTiming", (v, d, path) => { if (!isJson(v) || !t_Timing(v, path, d + 1)) return false; return true }],
["valueContactDetail", (v, d, path) => { if (!isJson(v) || !t_ContactDetail(v, path, d + 1)) return false; return true }],
["valueContributor", (v, d, path) => { if (!isJson(v) || !t_Contributor(v, path, d + 1)) return false; return true }],
["valueDataRequirement", (v, d, path) => { if (!isJson(v) || !t_DataRequirement(v, path, d + 1)) return false; return true }],
["valueExpression", (v, d, path) => { if (!isJson(v) || !t_Expression(v, path, d + 1)) return false; return true }],
["valueParameterDefinition", (v, d, path) => { if (!isJson(v) || !t_ParameterDefinition(v, path, d + 1)) return false; return true }],
["valueRelatedArtifact", (v, d, path) => { if (!isJson(v) || !t_RelatedArtifact(v, path, d + 1)) return false; return true }],
["valueTriggerDefinition", (v, d, path) => { if (!isJson(v) || !t_TriggerDefinition(v, path, d + 1)) return false; return true }],
["valueUsageContext", (v, d, path) => { if (!isJson(v) || !t_UsageContext(v, path, d + 1)) return false; return true }],
["valueDosage", (v, d, path) => { if (!isJson(v) || !t_Dosage(v, path, d + 1)) return false; return true }],
["valueMeta", (v, d, path) => { if (!isJson(v) || !t_Meta(v, path, d + 1)) return false; return true }]])
const u384 = tableOf([["_id","Extension.id|string",0],["_url","Extension.url|uri",0],["_valueBase64Binary","Extension.value|base64Binary",0],["_valueBoolean","Extension.value|boolean",0],["_valueCanonical","Extension.value|canonical",0],["_valueCode","Extension.value|code",0],["_valueDate","Extension.value|date",0],["_valueDateTime","Extension.value|dateTime",0],["_valueDecimal","Extension.value|decimal",0],["_valueId","Extension.value|id",0],["_valueInstant","Extension.value|instant",0],["_valueInteger","Extension.value|integer",0],["_valueMarkdown","Extension.value|markdown",0],["_valueOid","Extension.value|oid",0],["_valuePositiveInt","Extension.value|positiveInt",0],["_valueString","Extension.value|string",0],["_valueTime","Extension.value|time",0],["_valueUnsignedInt","Extension.value|unsignedInt",0],["_valueUri","Extension.value|uri",0],["_valueUrl","Extension.value|url",0],["_valueUuid","Extension.value|uuid",0]])
const c385 = ["Flag","DomainResource","Resource"]
const v386 = valueSet("http://hl7.org/fhir/ValueSet/flag-status|4.0.1")
const g387 = targetsOf(["Patient","Location","Group","Organization","Practitioner","PlanDefinition","Medication","Procedure"])
const g388 = targetsOf(["Device","Organization","Patient","Practitioner","PractitionerRole"])
const u389 = tableOf([["_id","Flag.id|id",0],["_implicitRules","Flag.implicitRules|uri",0],["_language","Flag.language|code",0],["_status","Flag.status|code",0]])
const i100 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i101 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i102 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c390 = ["Goal","DomainResource","Resource"]
const v391 = valueSet("http://hl7.org/fhir/ValueSet/goal-status|4.0.1")
const g392 = targetsOf(["Patient","Group","Organization"])
const l393 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Goal_target(e, p, d)) return false } return true }
const g394 = targetsOf(["Patient","Practitioner","PractitionerRole","RelatedPerson"])
const g395 = targetsOf(["Condition","Observation","MedicationStatement","NutritionOrder","ServiceRequest","RiskAssessment"])
const u396 = tableOf([["_id","Goal.id|id",0],["_implicitRules","Goal.implicitRules|uri",0],["_language","Goal.language|code",0],["_lifecycleStatus","Goal.lifecycleStatus|code",0],["_startDate","Goal.start|date",0],["_statusDate","Goal.statusDate|date",0],["_statusReason","Goal.statusReason|string",0]])
const i103 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i104 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i105 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c397 = ["Goal.target","BackboneElement","Element"]
const u398 = tableOf([["_id","Goal.target.id|string",0],["_detailString","Goal.target.detail|string",0],["_detailBoolean","Goal.target.detail|boolean",0],["_detailInteger","Goal.target.detail|integer",0],["_dueDate","Goal.target.due|date",0]])
const i106 = (value, extra, env) => { try { return (((value?.detailQuantity != null || value?.detailRange != null || value?.detailCodeableConcept != null || value?.detailString != null || value?.detailBoolean != null || value?.detailInteger != null || value?.detailRatio != null || value?._detailString != null || value?._detailBoolean != null || value?._detailInteger != null) && (value?.measure != null)) || !(value?.detailQuantity != null || value?.detailRange != null || value?.detailCodeableConcept != null || value?.detailString != null || value?.detailBoolean != null || value?.detailInteger != null || value?.detailRatio != null || value?._detailString != null || value?._detailBoolean != null || value?._detailInteger != null)) } catch (thrown) { $.failed(env, thrown, "(detail.exists() and measure.exists()) or detail.exists().not()"); return false } }
const c399 = ["HealthcareService","DomainResource","Resource"]
const l400 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_HealthcareService_eligibility(e, p, d)) return false } return true }
const l401 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_HealthcareService_availableTime(e, p, d)) return false } return true }
const l402 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_HealthcareService_notAvailable(e, p, d)) return false } return true }
const g403 = targetsOf(["Endpoint"])
const u404 = tableOf([["_id","HealthcareService.id|id",0],["_implicitRules","HealthcareService.implicitRules|uri",0],["_language","HealthcareService.language|code",0],["_active","HealthcareService.active|boolean",0],["_name","HealthcareService.name|string",0],["_comment","HealthcareService.comment|string",0],["_extraDetails","HealthcareService.extraDetails|markdown",0],["_appointmentRequired","HealthcareService.appointmentRequired|boolean",0],["_availabilityExceptions","HealthcareService.availabilityExceptions|string",0]])
const i107 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i108 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i109 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c405 = ["HealthcareService.eligibility","BackboneElement","Element"]
const u406 = tableOf([["_id","HealthcareService.eligibility.id|string",0],["_comment","HealthcareService.eligibility.comment|markdown",0]])
const c407 = ["HealthcareService.availableTime","BackboneElement","Element"]
const v408 = valueSet("http://hl7.org/fhir/ValueSet/days-of-week|4.0.1")
const u409 = tableOf([["_id","HealthcareService.availableTime.id|string",0],["_daysOfWeek","HealthcareService.availableTime.daysOfWeek|code",1],["_allDay","HealthcareService.availableTime.allDay|boolean",0],["_availableStartTime","HealthcareService.availableTime.availableStartTime|time",0],["_availableEndTime","HealthcareService.availableTime.availableEndTime|time",0]])
const c410 = ["HealthcareService.notAvailable","BackboneElement","Element"]
const u411 = tableOf([["_id","HealthcareService.notAvailable.id|string",0],["_description","HealthcareService.notAvailable.description|string",0]])
const c412 = ["HumanName","Element"]
const v413 = valueSet("http://hl7.org/fhir/ValueSet/name-use|4.0.1")
const u414 = tableOf([["_id","HumanName.id|string",0],["_use","HumanName.use|code",0],["_text","HumanName.text|string",0],["_family","HumanName.family|string",0],["_given","HumanName.given|string",1],["_prefix","HumanName.prefix|string",1],["_suffix","HumanName.suffix|string",1]])
const c415 = ["Identifier","Element"]
const v416 = valueSet("http://hl7.org/fhir/ValueSet/identifier-use|4.0.1")
const u417 = tableOf([["_id","Identifier.id|string",0],["_use","Identifier.use|code",0],["_system","Identifier.system|uri",0],["_value","Identifier.value|string",0]])
const c418 = ["List","DomainResource","Resource"]
const v419 = valueSet("http://hl7.org/fhir/ValueSet/list-status|4.0.1")
const g420 = targetsOf(["Practitioner","PractitionerRole","Patient","Device"])
const l421 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_List_entry(e, p, d)) return false } return true }
const u422 = tableOf([["_id","List.id|id",0],["_implicitRules","List.implicitRules|uri",0],["_language","List.language|code",0],["_status","List.status|code",0],["_mode","List.mode|code",0],["_title","List.title|string",0],["_date","List.date|dateTime",0]])
const i110 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i111 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i112 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const i113 = (value, extra, env) => { try { return ((!(value?.emptyReason != null)) || (!($.isAny(value?.entry, undefined)))) } catch (thrown) { $.failed(env, thrown, "emptyReason.empty() or entry.empty()"); return false } }
const i114 = (() => {
function f6(env, value) { const a1 = value?.entry; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.deleted; const x5 = v3?._deleted; if (v4 != null || x5 != null) { return true; } } } return false }
return (value, extra, env) => { try { return (value?.mode === "changes" || (!f6(env, value))) } catch (thrown) { $.failed(env, thrown, "mode = 'changes' or entry.deleted.empty()"); return false } }
})()
const i115 = (() => {
function f6(env, value) { const a1 = value?.entry; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.date; const x5 = v3?._date; if (v4 != null || x5 != null) { return true; } } } return false }
return (value, extra, env) => { try { return (value?.mode === "working" || (!f6(env, value))) } catch (thrown) { $.failed(env, thrown, "mode = 'working' or entry.date.empty()"); return false } }
})()
const c423 = ["List.entry","BackboneElement","Element"]
const u424 = tableOf([["_id","List.entry.id|string",0],["_deleted","List.entry.deleted|boolean",0],["_date","List.entry.date|dateTime",0]])
const c425 = ["Location","DomainResource","Resource"]
const v426 = valueSet("http://hl7.org/fhir/ValueSet/location-status|4.0.1")
const v427 = valueSet("http://hl7.org/fhir/ValueSet/location-mode|4.0.1")
const l428 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Location_hoursOfOperation(e, p, d)) return false } return true }
const u429 = tableOf([["_id","Location.id|id",0],["_implicitRules","Location.implicitRules|uri",0],["_language","Location.language|code",0],["_status","Location.status|code",0],["_name","Location.name|string",0],["_alias","Location.alias|string",1],["_description","Location.description|string",0],["_mode","Location.mode|code",0],["_availabilityExceptions","Location.availabilityExceptions|string",0]])
const i116 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i117 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i118 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c430 = ["Location.position","BackboneElement","Element"]
const u431 = tableOf([["_id","Location.position.id|string",0],["_longitude","Location.position.longitude|decimal",0],["_latitude","Location.position.latitude|decimal",0],["_altitude","Location.position.altitude|decimal",0]])
const c432 = ["Location.hoursOfOperation","BackboneElement","Element"]
const u433 = tableOf([["_id","Location.hoursOfOperation.id|string",0],["_daysOfWeek","Location.hoursOfOperation.daysOfWeek|code",1],["_allDay","Location.hoursOfOperation.allDay|boolean",0],["_openingTime","Location.hoursOfOperation.openingTime|time",0],["_closingTime","Location.hoursOfOperation.closingTime|time",0]])
const c434 = ["Medication","DomainResource","Resource"]
const v435 = valueSet("http://hl7.org/fhir/ValueSet/medication-status|4.0.1")
const l436 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Medication_ingredient(e, p, d)) return false } return true }
const u437 = tableOf([["_id","Medication.id|id",0],["_implicitRules","Medication.implicitRules|uri",0],["_language","Medication.language|code",0],["_status","Medication.status|code",0]])
const i119 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i120 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i121 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c438 = ["Medication.ingredient","BackboneElement","Element"]
const g439 = targetsOf(["Substance","Medication"])
const u440 = tableOf([["_id","Medication.ingredient.id|string",0],["_isActive","Medication.ingredient.isActive|boolean",0]])
const c441 = ["Medication.batch","BackboneElement","Element"]
const u442 = tableOf([["_id","Medication.batch.id|string",0],["_lotNumber","Medication.batch.lotNumber|string",0],["_expirationDate","Medication.batch.expirationDate|dateTime",0]])
const c443 = ["MedicationRequest","DomainResource","Resource"]
const v444 = valueSet("http://hl7.org/fhir/ValueSet/medicationrequest-status|4.0.1")
const v445 = valueSet("http://hl7.org/fhir/ValueSet/medicationrequest-intent|4.0.1")
const g446 = targetsOf(["Patient","Practitioner","PractitionerRole","RelatedPerson","Organization"])
const g447 = targetsOf(["Medication"])
const g448 = targetsOf(["Practitioner","PractitionerRole","Organization","Patient","RelatedPerson","Device"])
const g449 = targetsOf(["Practitioner","PractitionerRole","Organization","Patient","Device","RelatedPerson","CareTeam"])
const g450 = targetsOf(["Condition","Observation"])
const g451 = targetsOf(["CarePlan","MedicationRequest","ServiceRequest","ImmunizationRecommendation"])
const l452 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Dosage(e, p, d)) return false } return true }
const g453 = targetsOf(["MedicationRequest"])
const g454 = targetsOf(["DetectedIssue"])
const u455 = tableOf([["_id","MedicationRequest.id|id",0],["_implicitRules","MedicationRequest.implicitRules|uri",0],["_language","MedicationRequest.language|code",0],["_status","MedicationRequest.status|code",0],["_intent","MedicationRequest.intent|code",0],["_priority","MedicationRequest.priority|code",0],["_doNotPerform","MedicationRequest.doNotPerform|boolean",0],["_reportedBoolean","MedicationRequest.reported|boolean",0],["_authoredOn","MedicationRequest.authoredOn|dateTime",0],["_instantiatesCanonical","MedicationRequest.instantiatesCanonical|canonical",1],["_instantiatesUri","MedicationRequest.instantiatesUri|uri",1]])
const i122 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i123 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i124 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c456 = ["MedicationRequest.dispenseRequest","BackboneElement","Element"]
const u457 = tableOf([["_id","MedicationRequest.dispenseRequest.id|string",0],["_numberOfRepeatsAllowed","MedicationRequest.dispenseRequest.numberOfRepeatsAllowed|unsignedInt",0]])
const c458 = ["MedicationRequest.dispenseRequest.initialFill","BackboneElement","Element"]
const u459 = tableOf([["_id","MedicationRequest.dispenseRequest.initialFill.id|string",0]])
const c460 = ["MedicationRequest.substitution","BackboneElement","Element"]
const u461 = tableOf([["_id","MedicationRequest.substitution.id|string",0],["_allowedBoolean","MedicationRequest.substitution.allowed|boolean",0]])
const c462 = ["MedicationStatement","DomainResource","Resource"]
const g463 = targetsOf(["MedicationRequest","CarePlan","ServiceRequest"])
const g464 = targetsOf(["MedicationAdministration","MedicationDispense","MedicationStatement","Procedure","Observation"])
const v465 = valueSet("http://hl7.org/fhir/ValueSet/medication-statement-status|4.0.1")
const g466 = targetsOf(["Condition","Observation","DiagnosticReport"])
const u467 = tableOf([["_id","MedicationStatement.id|id",0],["_implicitRules","MedicationStatement.implicitRules|uri",0],["_language","MedicationStatement.language|code",0],["_status","MedicationStatement.status|code",0],["_effectiveDateTime","MedicationStatement.effective|dateTime",0],["_dateAsserted","MedicationStatement.dateAsserted|dateTime",0]])
const i125 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i126 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i127 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c468 = ["MessageHeader","DomainResource","Resource"]
const l469 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_MessageHeader_destination(e, p, d)) return false } return true }
const u470 = tableOf([["_id","MessageHeader.id|id",0],["_implicitRules","MessageHeader.implicitRules|uri",0],["_language","MessageHeader.language|code",0],["_eventUri","MessageHeader.event|uri",0],["_definition","MessageHeader.definition|canonical",0]])
const i128 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i129 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i130 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c471 = ["MessageHeader.destination","BackboneElement","Element"]
const u472 = tableOf([["_id","MessageHeader.destination.id|string",0],["_name","MessageHeader.destination.name|string",0],["_endpoint","MessageHeader.destination.endpoint|url",0]])
const c473 = ["MessageHeader.source","BackboneElement","Element"]
const u474 = tableOf([["_id","MessageHeader.source.id|string",0],["_name","MessageHeader.source.name|string",0],["_software","MessageHeader.source.software|string",0],["_version","MessageHeader.source.version|string",0],["_endpoint","MessageHeader.source.endpoint|url",0]])
const c475 = ["MessageHeader.response","BackboneElement","Element"]
const v476 = valueSet("http://hl7.org/fhir/ValueSet/response-code|4.0.1")
const g477 = targetsOf(["OperationOutcome"])
const u478 = tableOf([["_id","MessageHeader.response.id|string",0],["_identifier","MessageHeader.response.identifier|id",0],["_code","MessageHeader.response.code|code",0]])
const c479 = ["Meta","Element"]
const u480 = tableOf([["_id","Meta.id|string",0],["_versionId","Meta.versionId|id",0],["_lastUpdated","Meta.lastUpdated|instant",0],["_source","Meta.source|uri",0],["_profile","Meta.profile|canonical",1]])
const c481 = ["Money","Element"]
const v482 = valueSet("http://hl7.org/fhir/ValueSet/currencies|4.0.1")
const u483 = tableOf([["_id","Money.id|string",0],["_value","Money.value|decimal",0],["_currency","Money.currency|code",0]])
const c484 = ["Narrative","Element"]
const v485 = valueSet("http://hl7.org/fhir/ValueSet/narrative-status|4.0.1")
const u486 = tableOf([["_id","Narrative.id|string",0],["_status","Narrative.status|code",0],["_div","Narrative.div|xhtml",0]])
const c487 = ["Observation","DomainResource","Resource"]
const g488 = targetsOf(["CarePlan","DeviceRequest","ImmunizationRecommendation","MedicationRequest","NutritionOrder","ServiceRequest"])
const g489 = targetsOf(["MedicationAdministration","MedicationDispense","MedicationStatement","Procedure","Immunization","ImagingStudy"])
const v490 = valueSet("http://hl7.org/fhir/ValueSet/observation-status|4.0.1")
const g491 = targetsOf(["Practitioner","PractitionerRole","Organization","CareTeam","Patient","RelatedPerson"])
const g492 = targetsOf(["Device","DeviceMetric"])
const l493 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Observation_referenceRange(e, p, d)) return false } return true }
const g494 = targetsOf(["Observation","QuestionnaireResponse","MolecularSequence"])
const g495 = targetsOf(["DocumentReference","ImagingStudy","Media","QuestionnaireResponse","Observation","MolecularSequence"])
const l496 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Observation_component(e, p, d)) return false } return true }
const u497 = tableOf([["_id","Observation.id|id",0],["_implicitRules","Observation.implicitRules|uri",0],["_language","Observation.language|code",0],["_status","Observation.status|code",0],["_effectiveDateTime","Observation.effective|dateTime",0],["_effectiveInstant","Observation.effective|instant",0],["_issued","Observation.issued|instant",0],["_valueString","Observation.value|string",0],["_valueBoolean","Observation.value|boolean",0],["_valueInteger","Observation.value|integer",0],["_valueTime","Observation.value|time",0],["_valueDateTime","Observation.value|dateTime",0]])
const i131 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i132 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i133 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const i134 = (() => {
const k1 = new Set(["valueQuantity","valueCodeableConcept","valueString","valueBoolean","valueInteger","valueRange","valueRatio","valueSampledData","valueTime","valueDateTime","valuePeriod"]);
return (value, extra, env) => { try { return ((!(value?.dataAbsentReason != null)) || (!($.isChosen(value, k1)))) } catch (thrown) { $.failed(env, thrown, "dataAbsentReason.empty() or value.empty()"); return false } }
})()
const i135 = native["value.empty() or component.code.where(coding.intersect(%resource.code.coding).exists()).empty()"]
const c498 = ["Observation.referenceRange","BackboneElement","Element"]
const u499 = tableOf([["_id","Observation.referenceRange.id|string",0],["_text","Observation.referenceRange.text|string",0]])
const i136 = (value, extra, env) => { try { return (((value?.low != null) || (value?.high != null)) || (value?.text != null || value?._text != null)) } catch (thrown) { $.failed(env, thrown, "low.exists() or high.exists() or text.exists()"); return false } }
const c500 = ["Observation.component","BackboneElement","Element"]
const u501 = tableOf([["_id","Observation.component.id|string",0],["_valueString","Observation.component.value|string",0],["_valueBoolean","Observation.component.value|boolean",0],["_valueInteger","Observation.component.value|integer",0],["_valueTime","Observation.component.value|time",0],["_valueDateTime","Observation.component.value|dateTime",0]])
const c502 = ["OperationOutcome","DomainResource","Resource"]
const l503 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_OperationOutcome_issue(e, p, d)) return false } return true }
const u504 = tableOf([["_id","OperationOutcome.id|id",0],["_implicitRules","OperationOutcome.implicitRules|uri",0],["_language","OperationOutcome.language|code",0]])
const i137 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i138 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i139 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c505 = ["OperationOutcome.issue","BackboneElement","Element"]
const v506 = valueSet("http://hl7.org/fhir/ValueSet/issue-severity|4.0.1")
const v507 = valueSet("http://hl7.org/fhir/ValueSet/issue-type|4.0.1")
const u508 = tableOf([["_id","OperationOutcome.issue.id|string",0],["_severity","OperationOutcome.issue.severity|code",0],["_code","OperationOutcome.issue.code|code",0],["_diagnostics","OperationOutcome.issue.diagnostics|string",0],["_location","OperationOutcome.issue.location|string",1],["_expression","OperationOutcome.issue.expression|string",1]])
const c509 = ["Organization","DomainResource","Resource"]
const i140 = (() => {
function f3(env, value) { const v2 = value; if (v2 != null) { if (v2?.use === "home") { return true; } } return false }
return (value, extra, env) => { try { return (!f3(env, value)) } catch (thrown) { $.failed(env, thrown, "where(use = 'home').empty()"); return false } }
})()
const i141 = (() => {
function f3(env, value) { const v2 = value; if (v2 != null) { if (v2?.use === "home") { return true; } } return false }
return (value, extra, env) => { try { return (!f3(env, value)) } catch (thrown) { $.failed(env, thrown, "where(use = 'home').empty()"); return false } }
})()
const l510 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Address(e, p, d)) return false } return true }
const l511 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Organization_contact(e, p, d)) return false } return true }
const u512 = tableOf([["_id","Organization.id|id",0],["_implicitRules","Organization.implicitRules|uri",0],["_language","Organization.language|code",0],["_active","Organization.active|boolean",0],["_name","Organization.name|string",0],["_alias","Organization.alias|string",1]])
const i142 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i143 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i144 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const i145 = (value, extra, env) => { try { return ($.countOf(value?.identifier, undefined) + ((value?.name != null || value?._name != null) ? 1 : 0)) > 0 } catch (thrown) { $.failed(env, thrown, "(identifier.count() + name.count()) > 0"); return false } }
const c513 = ["Organization.contact","BackboneElement","Element"]
const u514 = tableOf([["_id","Organization.contact.id|string",0]])
const c515 = ["OrganizationAffiliation","DomainResource","Resource"]
const g516 = targetsOf(["HealthcareService"])
const u517 = tableOf([["_id","OrganizationAffiliation.id|id",0],["_implicitRules","OrganizationAffiliation.implicitRules|uri",0],["_language","OrganizationAffiliation.language|code",0],["_active","OrganizationAffiliation.active|boolean",0]])
const i146 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i147 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i148 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c518 = ["ParameterDefinition","Element"]
const v519 = valueSet("http://hl7.org/fhir/ValueSet/operation-parameter-use|4.0.1")
const u520 = tableOf([["_id","ParameterDefinition.id|string",0],["_name","ParameterDefinition.name|code",0],["_use","ParameterDefinition.use|code",0],["_min","ParameterDefinition.min|integer",0],["_max","ParameterDefinition.max|string",0],["_documentation","ParameterDefinition.documentation|string",0],["_type","ParameterDefinition.type|code",0],["_profile","ParameterDefinition.profile|canonical",0]])
const l521 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Parameters_parameter(e, p, d)) return false } return true }
const u522 = tableOf([["_id","Parameters.id|id",0],["_implicitRules","Parameters.implicitRules|uri",0],["_language","Parameters.language|code",0]])
const c523 = ["Parameters.parameter","BackboneElement","Element"]
const u524 = tableOf([["_id","Parameters.parameter.id|string",0],["_name","Parameters.parameter.name|string",0],["_valueBase64Binary","Parameters.parameter.value|base64Binary",0],["_valueBoolean","Parameters.parameter.value|boolean",0],["_valueCanonical","Parameters.parameter.value|canonical",0],["_valueCode","Parameters.parameter.value|code",0],["_valueDate","Parameters.parameter.value|date",0],["_valueDateTime","Parameters.parameter.value|dateTime",0],["_valueDecimal","Parameters.parameter.value|decimal",0],["_valueId","Parameters.parameter.value|id",0],["_valueInstant","Parameters.parameter.value|instant",0],["_valueInteger","Parameters.parameter.value|integer",0],["_valueMarkdown","Parameters.parameter.value|markdown",0],["_valueOid","Parameters.parameter.value|oid",0],["_valuePositiveInt","Parameters.parameter.value|positiveInt",0],["_valueString","Parameters.parameter.value|string",0],["_valueTime","Parameters.parameter.value|time",0],["_valueUnsignedInt","Parameters.parameter.value|unsignedInt",0],["_valueUri","Parameters.parameter.value|uri",0],["_valueUrl","Parameters.parameter.value|url",0],["_valueUuid","Parameters.parameter.value|uuid",0]])
const i149 = (() => {
const k1 = new Set(["valueBase64Binary","valueBoolean","valueCanonical","valueCode","valueDate","valueDateTime","valueDecimal","valueId","valueInstant","valueInteger","valueMarkdown","valueOid","valuePositiveInt","valueString","valueTime","valueUnsignedInt","valueUri","valueUrl","valueUuid","valueAddress","valueAge","valueAnnotation","valueAttachment","valueCodeableConcept","valueCoding","valueContactPoint","valueCount","valueDistance","valueDuration","valueHumanName","valueIdentifier","valueMoney","valuePeriod","valueQuantity","valueRange","valueRatio","valueReference","valueSampledData","valueSignature","valueTiming","valueContactDetail","valueContributor","valueDataRequirement","valueExpression","valueParameterDefinition","valueRelatedArtifact","valueTriggerDefinition","valueUsageContext","valueDosage","valueMeta"]);
return (value, extra, env) => { try { return (((($.isAny(value?.part, undefined)) && (!($.isChosen(value, k1)))) && (!(value?.resource != null))) || ((!($.isAny(value?.part, undefined))) && (($.isChosen(value, k1))) !== ((value?.resource != null)))) } catch (thrown) { $.failed(env, thrown, "(part.exists() and value.empty() and resource.empty()) or (part.empty() and (value.exists() xor resource.exists()))"); return false } }
})()
const c525 = ["Patient","DomainResource","Resource"]
const l526 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_HumanName(e, p, d)) return false } return true }
const v527 = valueSet("http://hl7.org/fhir/ValueSet/administrative-gender|4.0.1")
const l528 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Patient_contact(e, p, d)) return false } return true }
const l529 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Patient_communication(e, p, d)) return false } return true }
const g530 = targetsOf(["Organization","Practitioner","PractitionerRole"])
const l531 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Patient_link(e, p, d)) return false } return true }
const u532 = tableOf([["_id","Patient.id|id",0],["_implicitRules","Patient.implicitRules|uri",0],["_language","Patient.language|code",0],["_active","Patient.active|boolean",0],["_gender","Patient.gender|code",0],["_birthDate","Patient.birthDate|date",0],["_deceasedBoolean","Patient.deceased|boolean",0],["_deceasedDateTime","Patient.deceased|dateTime",0],["_multipleBirthBoolean","Patient.multipleBirth|boolean",0],["_multipleBirthInteger","Patient.multipleBirth|integer",0]])
const i150 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i151 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i152 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c533 = ["Patient.contact","BackboneElement","Element"]
const u534 = tableOf([["_id","Patient.contact.id|string",0],["_gender","Patient.contact.gender|code",0]])
const i153 = (value, extra, env) => { try { return ((((value?.name != null) || ($.isAny(value?.telecom, undefined))) || (value?.address != null)) || (value?.organization != null)) } catch (thrown) { $.failed(env, thrown, "name.exists() or telecom.exists() or address.exists() or organization.exists()"); return false } }
const c535 = ["Patient.communication","BackboneElement","Element"]
const u536 = tableOf([["_id","Patient.communication.id|string",0],["_preferred","Patient.communication.preferred|boolean",0]])
const c537 = ["Patient.link","BackboneElement","Element"]
const v538 = valueSet("http://hl7.org/fhir/ValueSet/link-type|4.0.1")
const u539 = tableOf([["_id","Patient.link.id|string",0],["_type","Patient.link.type|code",0]])
const c540 = ["Period","Element"]
const u541 = tableOf([["_id","Period.id|string",0],["_start","Period.start|dateTime",0],["_end","Period.end|dateTime",0]])
const i154 = native["start.hasValue().not() or end.hasValue().not() or (start <= end)"]
const c542 = ["Person","DomainResource","Resource"]
const l543 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Person_link(e, p, d)) return false } return true }
const u544 = tableOf([["_id","Person.id|id",0],["_implicitRules","Person.implicitRules|uri",0],["_language","Person.language|code",0],["_gender","Person.gender|code",0],["_birthDate","Person.birthDate|date",0],["_active","Person.active|boolean",0]])
const i155 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i156 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i157 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c545 = ["Person.link","BackboneElement","Element"]
const g546 = targetsOf(["Patient","Practitioner","RelatedPerson","Person"])
const v547 = valueSet("http://hl7.org/fhir/ValueSet/identity-assuranceLevel|4.0.1")
const u548 = tableOf([["_id","Person.link.id|string",0],["_assurance","Person.link.assurance|code",0]])
const c549 = ["Practitioner","DomainResource","Resource"]
const l550 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Practitioner_qualification(e, p, d)) return false } return true }
const u551 = tableOf([["_id","Practitioner.id|id",0],["_implicitRules","Practitioner.implicitRules|uri",0],["_language","Practitioner.language|code",0],["_active","Practitioner.active|boolean",0],["_gender","Practitioner.gender|code",0],["_birthDate","Practitioner.birthDate|date",0]])
const i158 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i159 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i160 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c552 = ["Practitioner.qualification","BackboneElement","Element"]
const u553 = tableOf([["_id","Practitioner.qualification.id|string",0]])
const c554 = ["PractitionerRole","DomainResource","Resource"]
const g555 = targetsOf(["Practitioner"])
const l556 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_PractitionerRole_availableTime(e, p, d)) return false } return true }
const l557 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_PractitionerRole_notAvailable(e, p, d)) return false } return true }
const u558 = tableOf([["_id","PractitionerRole.id|id",0],["_implicitRules","PractitionerRole.implicitRules|uri",0],["_language","PractitionerRole.language|code",0],["_active","PractitionerRole.active|boolean",0],["_availabilityExceptions","PractitionerRole.availabilityExceptions|string",0]])
const i161 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i162 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i163 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c559 = ["PractitionerRole.availableTime","BackboneElement","Element"]
const u560 = tableOf([["_id","PractitionerRole.availableTime.id|string",0],["_daysOfWeek","PractitionerRole.availableTime.daysOfWeek|code",1],["_allDay","PractitionerRole.availableTime.allDay|boolean",0],["_availableStartTime","PractitionerRole.availableTime.availableStartTime|time",0],["_availableEndTime","PractitionerRole.availableTime.availableEndTime|time",0]])
const c561 = ["PractitionerRole.notAvailable","BackboneElement","Element"]
const u562 = tableOf([["_id","PractitionerRole.notAvailable.id|string",0],["_description","PractitionerRole.notAvailable.description|string",0]])
const c563 = ["Procedure","DomainResource","Resource"]
const g564 = targetsOf(["CarePlan","ServiceRequest"])
const g565 = targetsOf(["Procedure","Observation","MedicationAdministration"])
const l566 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Procedure_performer(e, p, d)) return false } return true }
const g567 = targetsOf(["Condition","Observation","Procedure","DiagnosticReport","DocumentReference"])
const g568 = targetsOf(["DiagnosticReport","DocumentReference","Composition"])
const l569 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Procedure_focalDevice(e, p, d)) return false } return true }
const g570 = targetsOf(["Device","Medication","Substance"])
const u571 = tableOf([["_id","Procedure.id|id",0],["_implicitRules","Procedure.implicitRules|uri",0],["_language","Procedure.language|code",0],["_instantiatesCanonical","Procedure.instantiatesCanonical|canonical",1],["_instantiatesUri","Procedure.instantiatesUri|uri",1],["_status","Procedure.status|code",0],["_performedDateTime","Procedure.performed|dateTime",0],["_performedString","Procedure.performed|string",0]])
const i164 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i165 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i166 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c572 = ["Procedure.performer","BackboneElement","Element"]
const u573 = tableOf([["_id","Procedure.performer.id|string",0]])
const c574 = ["Procedure.focalDevice","BackboneElement","Element"]
const u575 = tableOf([["_id","Procedure.focalDevice.id|string",0]])
const c576 = ["Provenance","DomainResource","Resource"]
const l577 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Provenance_agent(e, p, d)) return false } return true }
const l578 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Provenance_entity(e, p, d)) return false } return true }
const l579 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Signature(e, p, d)) return false } return true }
const u580 = tableOf([["_id","Provenance.id|id",0],["_implicitRules","Provenance.implicitRules|uri",0],["_language","Provenance.language|code",0],["_occurredDateTime","Provenance.occurred|dateTime",0],["_recorded","Provenance.recorded|instant",0],["_policy","Provenance.policy|uri",1]])
const i167 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i168 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i169 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c581 = ["Provenance.agent","BackboneElement","Element"]
const g582 = targetsOf(["Practitioner","PractitionerRole","RelatedPerson","Patient","Device","Organization"])
const u583 = tableOf([["_id","Provenance.agent.id|string",0]])
const c584 = ["Provenance.entity","BackboneElement","Element"]
const v585 = valueSet("http://hl7.org/fhir/ValueSet/provenance-entity-role|4.0.1")
const u586 = tableOf([["_id","Provenance.entity.id|string",0],["_role","Provenance.entity.role|code",0]])
const c587 = ["Quantity","Element"]
const u588 = tableOf([["_id","Quantity.id|string",0],["_value","Quantity.value|decimal",0],["_comparator","Quantity.comparator|code",0],["_unit","Quantity.unit|string",0],["_system","Quantity.system|uri",0],["_code","Quantity.code|code",0]])
const i170 = (value, extra, env) => { try { return ((!(value?.code != null || value?._code != null)) || (value?.system != null || value?._system != null)) } catch (thrown) { $.failed(env, thrown, "code.empty() or system.exists()"); return false } }
const c589 = ["Questionnaire","DomainResource","Resource"]
const l590 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Questionnaire_item(e, p, d)) return false } return true }
const u591 = tableOf([["_id","Questionnaire.id|id",0],["_implicitRules","Questionnaire.implicitRules|uri",0],["_language","Questionnaire.language|code",0],["_url","Questionnaire.url|uri",0],["_version","Questionnaire.version|string",0],["_name","Questionnaire.name|string",0],["_title","Questionnaire.title|string",0],["_derivedFrom","Questionnaire.derivedFrom|canonical",1],["_status","Questionnaire.status|code",0],["_experimental","Questionnaire.experimental|boolean",0],["_subjectType","Questionnaire.subjectType|code",1],["_date","Questionnaire.date|dateTime",0],["_publisher","Questionnaire.publisher|string",0],["_description","Questionnaire.description|markdown",0],["_purpose","Questionnaire.purpose|markdown",0],["_copyright","Questionnaire.copyright|markdown",0],["_approvalDate","Questionnaire.approvalDate|date",0],["_lastReviewDate","Questionnaire.lastReviewDate|date",0]])
const i171 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i172 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i173 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const i174 = (value, extra, env) => { try { return $.isDistinct($.members($.descendants($.listed(value, undefined, "Questionnaire"), env), "linkId", env)) } catch (thrown) { $.failed(env, thrown, "descendants().linkId.isDistinct()"); return false } }
const c592 = ["Questionnaire.item","BackboneElement","Element"]
const v593 = valueSet("http://hl7.org/fhir/ValueSet/item-type|4.0.1")
const l594 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Questionnaire_item_enableWhen(e, p, d)) return false } return true }
const v595 = valueSet("http://hl7.org/fhir/ValueSet/questionnaire-enable-behavior|4.0.1")
const l596 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Questionnaire_item_answerOption(e, p, d)) return false } return true }
const l597 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Questionnaire_item_initial(e, p, d)) return false } return true }
const u598 = tableOf([["_id","Questionnaire.item.id|string",0],["_linkId","Questionnaire.item.linkId|string",0],["_definition","Questionnaire.item.definition|uri",0],["_prefix","Questionnaire.item.prefix|string",0],["_text","Questionnaire.item.text|string",0],["_type","Questionnaire.item.type|code",0],["_enableBehavior","Questionnaire.item.enableBehavior|code",0],["_required","Questionnaire.item.required|boolean",0],["_repeats","Questionnaire.item.repeats|boolean",0],["_readOnly","Questionnaire.item.readOnly|boolean",0],["_maxLength","Questionnaire.item.maxLength|integer",0],["_answerValueSet","Questionnaire.item.answerValueSet|canonical",0]])
const i175 = (value, extra, env) => { try { return (((value?.type != null && value?.type !== "group") || !(!($.isAny(value?.item, undefined)))) && ((value?.type != null && value?.type !== "display") || (!($.isAny(value?.item, undefined))))) } catch (thrown) { $.failed(env, thrown, "(type='group' implies item.empty().not()) and (type.trace('type')='display' implies item.trace('item').empty())"); return false } }
const i176 = (value, extra, env) => { try { return ((value?.type != null && value?.type !== "display") || (!($.isAny(value?.code, undefined)))) } catch (thrown) { $.failed(env, thrown, "type!='display' or code.empty()"); return false } }
const i177 = (value, extra, env) => { try { return ((!($.isAny(value?.answerOption, undefined))) || (!(value?.answerValueSet != null || value?._answerValueSet != null))) } catch (thrown) { $.failed(env, thrown, "answerOption.empty() or answerValueSet.empty()"); return false } }
const i178 = (value, extra, env) => { try { return (((((((((value?.type === "choice" || value?.type === "open-choice") || value?.type === "decimal") || value?.type === "integer") || value?.type === "date") || value?.type === "dateTime") || value?.type === "time") || value?.type === "string") || value?.type === "quantity") || ((!(value?.answerValueSet != null || value?._answerValueSet != null)) && (!($.isAny(value?.answerOption, undefined))))) } catch (thrown) { $.failed(env, thrown, "(type ='choice' or type = 'open-choice' or type = 'decimal' or type = 'integer' or type = 'date' or type = 'dateTime' or type = 'time' or type = 'string' or type = 'quantity') or (answerValueSet.empty() and answerOption.empty())"); return false } }
const i179 = (value, extra, env) => { try { return ((value?.type != null && value?.type !== "display") || ((!(value?.required != null || value?._required != null)) && (!(value?.repeats != null || value?._repeats != null)))) } catch (thrown) { $.failed(env, thrown, "type!='display' or (required.empty() and repeats.empty())"); return false } }
const i180 = (value, extra, env) => { try { return (((value?.type != null && value?.type !== "group") && (value?.type != null && value?.type !== "display")) || (!($.isAny(value?.initial, undefined)))) } catch (thrown) { $.failed(env, thrown, "(type!='group' and type!='display') or initial.empty()"); return false } }
const i181 = (value, extra, env) => { try { return ((value?.type != null && value?.type !== "display") || (!(value?.readOnly != null || value?._readOnly != null))) } catch (thrown) { $.failed(env, thrown, "type!='display' or readOnly.empty()"); return false } }
const i182 = (value, extra, env) => { try { return ((value?.type === "boolean" || value?.type === "decimal" || value?.type === "integer" || value?.type === "string" || value?.type === "text" || value?.type === "url" || value?.type === "open-choice") || (!(value?.maxLength != null || value?._maxLength != null))) } catch (thrown) { $.failed(env, thrown, "(type in ('boolean' | 'decimal' | 'integer' | 'string' | 'text' | 'url' | 'open-choice')) or maxLength.empty()"); return false } }
const i183 = (value, extra, env) => { try { return ((!($.isAny(value?.answerOption, undefined))) || (!($.isAny(value?.initial, undefined)))) } catch (thrown) { $.failed(env, thrown, "answerOption.empty() or initial.empty()"); return false } }
const i184 = (value, extra, env) => { try { return ($.countOf(value?.enableWhen, undefined) <= 1 || (value?.enableBehavior != null || value?._enableBehavior != null)) } catch (thrown) { $.failed(env, thrown, "enableWhen.count() > 1 implies enableBehavior.exists()"); return false } }
const i185 = (value, extra, env) => { try { return (value?.repeats === true || $.countOf(value?.initial, undefined) <= 1) } catch (thrown) { $.failed(env, thrown, "repeats=true or initial.count() <= 1"); return false } }
const c599 = ["Questionnaire.item.enableWhen","BackboneElement","Element"]
const v600 = valueSet("http://hl7.org/fhir/ValueSet/questionnaire-enable-operator|4.0.1")
const u601 = tableOf([["_id","Questionnaire.item.enableWhen.id|string",0],["_question","Questionnaire.item.enableWhen.question|string",0],["_operator","Questionnaire.item.enableWhen.operator|code",0],["_answerBoolean","Questionnaire.item.enableWhen.answer|boolean",0],["_answerDecimal","Questionnaire.item.enableWhen.answer|decimal",0],["_answerInteger","Questionnaire.item.enableWhen.answer|integer",0],["_answerDate","Questionnaire.item.enableWhen.answer|date",0],["_answerDateTime","Questionnaire.item.enableWhen.answer|dateTime",0],["_answerTime","Questionnaire.item.enableWhen.answer|time",0],["_answerString","Questionnaire.item.enableWhen.answer|string",0]])
const i186 = (value, extra, env) => { try { return ((value?.operator != null && value?.operator !== "exists") || (value?.answerBoolean != null || value?._answerBoolean != null)) } catch (thrown) { $.failed(env, thrown, "operator = 'exists' implies (answer is boolean)"); return false } }
const c602 = ["Questionnaire.item.answerOption","BackboneElement","Element"]
const u603 = tableOf([["_id","Questionnaire.item.answerOption.id|string",0],["_valueInteger","Questionnaire.item.answerOption.value|integer",0],["_valueDate","Questionnaire.item.answerOption.value|date",0],["_valueTime","Questionnaire.item.answerOption.value|time",0],["_valueString","Questionnaire.item.answerOption.value|string",0],["_initialSelected","Questionnaire.item.answerOption.initialSelected|boolean",0]])
const c604 = ["Questionnaire.item.initial","BackboneElement","Element"]
const u605 = tableOf([["_id","Questionnaire.item.initial.id|string",0],["_valueBoolean","Questionnaire.item.initial.value|boolean",0],["_valueDecimal","Questionnaire.item.initial.value|decimal",0],["_valueInteger","Questionnaire.item.initial.value|integer",0],["_valueDate","Questionnaire.item.initial.value|date",0],["_valueDateTime","Questionnaire.item.initial.value|dateTime",0],["_valueTime","Questionnaire.item.initial.value|time",0],["_valueString","Questionnaire.item.initial.value|string",0],["_valueUri","Questionnaire.item.initial.value|uri",0]])
const c606 = ["QuestionnaireResponse","DomainResource","Resource"]
const g607 = targetsOf(["Observation","Procedure"])
const v608 = valueSet("http://hl7.org/fhir/ValueSet/questionnaire-answers-status|4.0.1")
const g609 = targetsOf(["Device","Practitioner","PractitionerRole","Patient","RelatedPerson","Organization"])
const l610 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_QuestionnaireResponse_item(e, p, d)) return false } return true }
const u611 = tableOf([["_id","QuestionnaireResponse.id|id",0],["_implicitRules","QuestionnaireResponse.implicitRules|uri",0],["_language","QuestionnaireResponse.language|code",0],["_questionnaire","QuestionnaireResponse.questionnaire|canonical",0],["_status","QuestionnaireResponse.status|code",0],["_authored","QuestionnaireResponse.authored|dateTime",0]])
const i187 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i188 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i189 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c612 = ["QuestionnaireResponse.item","BackboneElement","Element"]
const l613 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_QuestionnaireResponse_item_answer(e, p, d)) return false } return true }
const u614 = tableOf([["_id","QuestionnaireResponse.item.id|string",0],["_linkId","QuestionnaireResponse.item.linkId|string",0],["_definition","QuestionnaireResponse.item.definition|uri",0],["_text","QuestionnaireResponse.item.text|string",0]])
const i190 = (value, extra, env) => { try { return (!($.isAny(value?.answer, undefined)) || !($.isAny(value?.item, undefined))) } catch (thrown) { $.failed(env, thrown, "(answer.exists() and item.exists()).not()"); return false } }
const c615 = ["QuestionnaireResponse.item.answer","BackboneElement","Element"]
const u616 = tableOf([["_id","QuestionnaireResponse.item.answer.id|string",0],["_valueBoolean","QuestionnaireResponse.item.answer.value|boolean",0],["_valueDecimal","QuestionnaireResponse.item.answer.value|decimal",0],["_valueInteger","QuestionnaireResponse.item.answer.value|integer",0],["_valueDate","QuestionnaireResponse.item.answer.value|date",0],["_valueDateTime","QuestionnaireResponse.item.answer.value|dateTime",0],["_valueTime","QuestionnaireResponse.item.answer.value|time",0],["_valueString","QuestionnaireResponse.item.answer.value|string",0],["_valueUri","QuestionnaireResponse.item.answer.value|uri",0]])
const c617 = ["Range","Element"]
const u618 = tableOf([["_id","Range.id|string",0]])
const i191 = (value, extra, env) => { try { return ($.compareQuantities(value?.low, value?.high) > 0 ? false : true) } catch (thrown) { $.failed(env, thrown, "iif(low > high, false, true)"); return false } }
const c619 = ["Ratio","Element"]
const u620 = tableOf([["_id","Ratio.id|string",0]])
const i192 = (value, extra, env) => { try { return (((!(value?.numerator != null))) !== ((value?.denominator != null)) && ((value?.numerator != null) || ($.isAny(value?.extension, undefined)))) } catch (thrown) { $.failed(env, thrown, "(numerator.empty() xor denominator.exists()) and (numerator.exists() or extension.exists())"); return false } }
const c621 = ["Reference","Element"]
const u622 = tableOf([["_id","Reference.id|string",0],["_reference","Reference.reference|string",0],["_type","Reference.type|uri",0],["_display","Reference.display|string",0]])
const c623 = ["RelatedArtifact","Element"]
const v624 = valueSet("http://hl7.org/fhir/ValueSet/related-artifact-type|4.0.1")
const u625 = tableOf([["_id","RelatedArtifact.id|string",0],["_type","RelatedArtifact.type|code",0],["_label","RelatedArtifact.label|string",0],["_display","RelatedArtifact.display|string",0],["_citation","RelatedArtifact.citation|markdown",0],["_url","RelatedArtifact.url|url",0],["_resource","RelatedArtifact.resource|canonical",0]])
const c626 = ["RelatedPerson","DomainResource","Resource"]
const l627 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_RelatedPerson_communication(e, p, d)) return false } return true }
const u628 = tableOf([["_id","RelatedPerson.id|id",0],["_implicitRules","RelatedPerson.implicitRules|uri",0],["_language","RelatedPerson.language|code",0],["_active","RelatedPerson.active|boolean",0],["_gender","RelatedPerson.gender|code",0],["_birthDate","RelatedPerson.birthDate|date",0]])
const i193 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i194 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i195 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const c629 = ["RelatedPerson.communication","BackboneElement","Element"]
const u630 = tableOf([["_id","RelatedPerson.communication.id|string",0],["_preferred","RelatedPerson.communication.preferred|boolean",0]])
const u631 = tableOf([["_id","Resource.id|id",0],["_implicitRules","Resource.implicitRules|uri",0],["_language","Resource.language|code",0]])
const c632 = ["SampledData","Element"]
const u633 = tableOf([["_id","SampledData.id|string",0],["_period","SampledData.period|decimal",0],["_factor","SampledData.factor|decimal",0],["_lowerLimit","SampledData.lowerLimit|decimal",0],["_upperLimit","SampledData.upperLimit|decimal",0],["_dimensions","SampledData.dimensions|positiveInt",0],["_data","SampledData.data|string",0]])
const c634 = ["ServiceRequest","DomainResource","Resource"]
const g635 = targetsOf(["CarePlan","ServiceRequest","MedicationRequest"])
const u636 = tableOf([["_id","ServiceRequest.id|id",0],["_implicitRules","ServiceRequest.implicitRules|uri",0],["_language","ServiceRequest.language|code",0],["_instantiatesCanonical","ServiceRequest.instantiatesCanonical|canonical",1],["_instantiatesUri","ServiceRequest.instantiatesUri|uri",1],["_status","ServiceRequest.status|code",0],["_intent","ServiceRequest.intent|code",0],["_priority","ServiceRequest.priority|code",0],["_doNotPerform","ServiceRequest.doNotPerform|boolean",0],["_occurrenceDateTime","ServiceRequest.occurrence|dateTime",0],["_asNeededBoolean","ServiceRequest.asNeeded|boolean",0],["_authoredOn","ServiceRequest.authoredOn|dateTime",0],["_patientInstruction","ServiceRequest.patientInstruction|string",0]])
const i196 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i197 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i198 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const i199 = (value, extra, env) => { try { return ((!($.isAny(value?.orderDetail, undefined))) || (value?.code != null)) } catch (thrown) { $.failed(env, thrown, "orderDetail.empty() or code.exists()"); return false } }
const c637 = ["Signature","Element"]
const u638 = tableOf([["_id","Signature.id|string",0],["_when","Signature.when|instant",0],["_targetFormat","Signature.targetFormat|code",0],["_sigFormat","Signature.sigFormat|code",0],["_data","Signature.data|base64Binary",0]])
const c639 = ["Task","DomainResource","Resource"]
const g640 = targetsOf(["Task"])
const v641 = valueSet("http://hl7.org/fhir/ValueSet/task-status|4.0.1")
const v642 = valueSet("http://hl7.org/fhir/ValueSet/task-intent|4.0.1")
const g643 = targetsOf(["Device","Organization","Patient","Practitioner","PractitionerRole","RelatedPerson"])
const l644 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Task_input(e, p, d)) return false } return true }
const l645 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_Task_output(e, p, d)) return false } return true }
const u646 = tableOf([["_id","Task.id|id",0],["_implicitRules","Task.implicitRules|uri",0],["_language","Task.language|code",0],["_instantiatesCanonical","Task.instantiatesCanonical|canonical",0],["_instantiatesUri","Task.instantiatesUri|uri",0],["_status","Task.status|code",0],["_intent","Task.intent|code",0],["_priority","Task.priority|code",0],["_description","Task.description|string",0],["_authoredOn","Task.authoredOn|dateTime",0],["_lastModified","Task.lastModified|dateTime",0]])
const i200 = (value, extra, env) => { try { return (!(($.members($.listed(value?.contained, undefined, "Resource"), "contained", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "contained.contained.empty()"); return false } }
const i201 = (() => {
function f7(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const v5 = v4?.versionId; const x6 = v4?._versionId; if (v5 != null || x6 != null) { return true; } } } } return false }
function f14(env, value) { const a8 = value?.contained; if (Array.isArray(a8)) for (let i9 = 0; i9 < a8.length; i9++) { const v10 = a8[i9]; if (v10 != null) { const v11 = v10?.meta; if (v11 != null) { const v12 = v11?.lastUpdated; const x13 = v11?._lastUpdated; if (v12 != null || x13 != null) { return true; } } } } return false }
return (value, extra, env) => { try { return ((!f7(env, value)) && (!f14(env, value))) } catch (thrown) { $.failed(env, thrown, "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()"); return false } }
})()
const i202 = (() => {
function f8(env, value) { const a1 = value?.contained; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.meta; if (v4 != null) { const a5 = v4?.security; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { return true; } } } } } return false }
return (value, extra, env) => { try { return (!f8(env, value)) } catch (thrown) { $.failed(env, thrown, "contained.meta.security.empty()"); return false } }
})()
const i203 = native["lastModified.exists().not() or authoredOn.exists().not() or lastModified >= authoredOn"]
const c647 = ["Task.restriction","BackboneElement","Element"]
const g648 = targetsOf(["Patient","Practitioner","PractitionerRole","RelatedPerson","Group","Organization"])
const u649 = tableOf([["_id","Task.restriction.id|string",0],["_repetitions","Task.restriction.repetitions|positiveInt",0]])
const c650 = ["Task.input","BackboneElement","Element"]
const u651 = tableOf([["_id","Task.input.id|string",0],["_valueBase64Binary","Task.input.value|base64Binary",0],["_valueBoolean","Task.input.value|boolean",0],["_valueCanonical","Task.input.value|canonical",0],["_valueCode","Task.input.value|code",0],["_valueDate","Task.input.value|date",0],["_valueDateTime","Task.input.value|dateTime",0],["_valueDecimal","Task.input.value|decimal",0],["_valueId","Task.input.value|id",0],["_valueInstant","Task.input.value|instant",0],["_valueInteger","Task.input.value|integer",0],["_valueMarkdown","Task.input.value|markdown",0],["_valueOid","Task.input.value|oid",0],["_valuePositiveInt","Task.input.value|positiveInt",0],["_valueString","Task.input.value|string",0],["_valueTime","Task.input.value|time",0],["_valueUnsignedInt","Task.input.value|unsignedInt",0],["_valueUri","Task.input.value|uri",0],["_valueUrl","Task.input.value|url",0],["_valueUuid","Task.input.value|uuid",0]])
const c652 = ["Task.output","BackboneElement","Element"]
const u653 = tableOf([["_id","Task.output.id|string",0],["_valueBase64Binary","Task.output.value|base64Binary",0],["_valueBoolean","Task.output.value|boolean",0],["_valueCanonical","Task.output.value|canonical",0],["_valueCode","Task.output.value|code",0],["_valueDate","Task.output.value|date",0],["_valueDateTime","Task.output.value|dateTime",0],["_valueDecimal","Task.output.value|decimal",0],["_valueId","Task.output.value|id",0],["_valueInstant","Task.output.value|instant",0],["_valueInteger","Task.output.value|integer",0],["_valueMarkdown","Task.output.value|markdown",0],["_valueOid","Task.output.value|oid",0],["_valuePositiveInt","Task.output.value|positiveInt",0],["_valueString","Task.output.value|string",0],["_valueTime","Task.output.value|time",0],["_valueUnsignedInt","Task.output.value|unsignedInt",0],["_valueUri","Task.output.value|uri",0],["_valueUrl","Task.output.value|url",0],["_valueUuid","Task.output.value|uuid",0]])
const c654 = ["Timing","BackboneElement","Element"]
const u655 = tableOf([["_id","Timing.id|string",0],["_event","Timing.event|dateTime",1]])
const c656 = ["Timing.repeat","Element"]
const v657 = valueSet("http://hl7.org/fhir/ValueSet/units-of-time|4.0.1")
const v658 = valueSet("http://hl7.org/fhir/ValueSet/event-timing|4.0.1")
const u659 = tableOf([["_id","Timing.repeat.id|string",0],["_count","Timing.repeat.count|positiveInt",0],["_countMax","Timing.repeat.countMax|positiveInt",0],["_duration","Timing.repeat.duration|decimal",0],["_durationMax","Timing.repeat.durationMax|decimal",0],["_durationUnit","Timing.repeat.durationUnit|code",0],["_frequency","Timing.repeat.frequency|positiveInt",0],["_frequencyMax","Timing.repeat.frequencyMax|positiveInt",0],["_period","Timing.repeat.period|decimal",0],["_periodMax","Timing.repeat.periodMax|decimal",0],["_periodUnit","Timing.repeat.periodUnit|code",0],["_dayOfWeek","Timing.repeat.dayOfWeek|code",1],["_timeOfDay","Timing.repeat.timeOfDay|time",1],["_when","Timing.repeat.when|code",1],["_offset","Timing.repeat.offset|unsignedInt",0]])
const i204 = (value, extra, env) => { try { return ((!(value?.duration != null || value?._duration != null)) || (value?.durationUnit != null || value?._durationUnit != null)) } catch (thrown) { $.failed(env, thrown, "duration.empty() or durationUnit.exists()"); return false } }
const i205 = (value, extra, env) => { try { return ((!(value?.period != null || value?._period != null)) || (value?.periodUnit != null || value?._periodUnit != null)) } catch (thrown) { $.failed(env, thrown, "period.empty() or periodUnit.exists()"); return false } }
const i206 = (value, extra, env) => { try { return (!(value?.duration != null || value?._duration != null) || $.numberOf(value?.duration) >= 0) } catch (thrown) { $.failed(env, thrown, "duration.exists() implies duration >= 0"); return false } }
const i207 = (value, extra, env) => { try { return (!(value?.period != null || value?._period != null) || $.numberOf(value?.period) >= 0) } catch (thrown) { $.failed(env, thrown, "period.exists() implies period >= 0"); return false } }
const i208 = (value, extra, env) => { try { return ((!(value?.periodMax != null || value?._periodMax != null)) || (value?.period != null || value?._period != null)) } catch (thrown) { $.failed(env, thrown, "periodMax.empty() or period.exists()"); return false } }
const i209 = (value, extra, env) => { try { return ((!(value?.durationMax != null || value?._durationMax != null)) || (value?.duration != null || value?._duration != null)) } catch (thrown) { $.failed(env, thrown, "durationMax.empty() or duration.exists()"); return false } }
const i210 = (value, extra, env) => { try { return ((!(value?.countMax != null || value?._countMax != null)) || (value?.count != null || value?._count != null)) } catch (thrown) { $.failed(env, thrown, "countMax.empty() or count.exists()"); return false } }
const i211 = (() => {
function f14(env, value) { const l7 = []; const a8 = value?.when; const b11 = value?._when; for (let i9 = 0, i9e = $.longer(a8, b11); i9 < i9e; i9++) { const v10 = a8?.[i9], x12 = b11?.[i9]; if (v10 != null || x12 != null) { const v13 = ((v10 === "C" || v10 === "CM" || v10 === "CD" || v10 === "CV") ? true : (v10 != null && !(v10 === "C" || v10 === "CM" || v10 === "CD" || v10 === "CV")) ? false : undefined); if (v13 != null) { l7.push($.node("System.Boolean", v13, undefined)); } } } return l7 }
return (value, extra, env) => { try { return ((!(value?.offset != null || value?._offset != null)) || (($.isAny(value?.when, value?._when)) && $.allFalse(f14(env, value)))) } catch (thrown) { $.failed(env, thrown, "offset.empty() or (when.exists() and when.select($this in ('C' | 'CM' | 'CD' | 'CV')).allFalse())"); return false } }
})()
const i212 = (value, extra, env) => { try { return ((!($.isAny(value?.timeOfDay, value?._timeOfDay))) || (!($.isAny(value?.when, value?._when)))) } catch (thrown) { $.failed(env, thrown, "timeOfDay.empty() or when.empty()"); return false } }
const c660 = ["TriggerDefinition","Element"]
const v661 = valueSet("http://hl7.org/fhir/ValueSet/trigger-type|4.0.1")
const g662 = targetsOf(["Schedule"])
const l663 = (v, p, d) => { if (!Array.isArray(v) || v.length === 0) return false; c.visited += v.length; for (let i = 0; i < v.length; i++) { const e = v[i]; if (!isJson(e) || !t_DataRequirement(e, p, d)) return false } return true }
const u664 = tableOf([["_id","TriggerDefinition.id|string",0],["_type","TriggerDefinition.type|code",0],["_name","TriggerDefinition.name|string",0],["_timingDate","TriggerDefinition.timing|date",0],["_timingDateTime","TriggerDefinition.timing|dateTime",0]])
const i213 = (value, extra, env) => { try { return ((!($.isAny(value?.data, undefined))) || (!(value?.timingTiming != null || value?.timingReference != null || value?.timingDate != null || value?.timingDateTime != null || value?._timingDate != null || value?._timingDateTime != null))) } catch (thrown) { $.failed(env, thrown, "data.empty() or timing.empty()"); return false } }
const i214 = (value, extra, env) => { try { return (!(value?.condition != null) || ($.isAny(value?.data, undefined))) } catch (thrown) { $.failed(env, thrown, "condition.exists() implies data.exists()"); return false } }
const i215 = (value, extra, env) => { try { return ((((value?.type != null && value?.type !== "named-event") || (value?.name != null || value?._name != null)) && ((value?.type != null && value?.type !== "periodic") || (value?.timingTiming != null || value?.timingReference != null || value?.timingDate != null || value?.timingDateTime != null || value?._timingDate != null || value?._timingDateTime != null))) && ($.startsWith(value?.type, "data-") === false || ($.isAny(value?.data, undefined)))) } catch (thrown) { $.failed(env, thrown, "(type = 'named-event' implies name.exists()) and (type = 'periodic' implies timing.exists()) and (type.startsWith('data-') implies data.exists())"); return false } }
const c665 = ["UsageContext","Element"]
const g666 = targetsOf(["PlanDefinition","ResearchStudy","InsurancePlan","HealthcareService","Group","Location","Organization"])
const u667 = tableOf([["_id","UsageContext.id|string",0]])
const i216 = (() => {
const k1 = $.pattern("^[A-Z]([A-Za-z0-9_]){0,254}$", false);
return (value, extra, env) => { try { return (!(value?.name != null || value?._name != null) || $.matches(value?.name, k1) === true) } catch (thrown) { $.failed(env, thrown, "name.exists() implies name.matches('^[A-Z]([A-Za-z0-9_]){0,254}$')"); return false } }
})()
const i217 = (() => {
function f7(env, value) { const a4 = value?.verificationStatus?.coding; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if ((v6?.system === "http://terminology.hl7.org/CodeSystem/condition-ver-status" && v6?.code === "entered-in-error")) { return true; } } } return false }
function f20(env, value) { const a14 = value?.category; if (Array.isArray(a14)) for (let i15 = 0; i15 < a14.length; i15++) { const v16 = a14[i15]; if (v16 != null) { const a17 = v16?.coding; if (Array.isArray(a17)) for (let i18 = 0; i18 < a17.length; i18++) { const v19 = a17[i18]; if (v19 != null) { if (v19?.code === "problem-list-item") { return true; } } } } } return false }
return (value, extra, env) => { try { return (((value?.clinicalStatus != null) || f7(env, value)) || (!f20(env, value))) } catch (thrown) { $.failed(env, thrown, "clinicalStatus.exists() or verificationStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-ver-status' and code = 'entered-in-error').exists() or category.coding.where(code='problem-list-item').empty()"); return false } }
})()
const i218 = (() => {
const k1 = new Set(["valueBase64Binary","valueBoolean","valueCanonical","valueCode","valueDate","valueDateTime","valueDecimal","valueId","valueInstant","valueInteger","valueMarkdown","valueOid","valuePositiveInt","valueString","valueTime","valueUnsignedInt","valueUri","valueUrl","valueUuid","valueAddress","valueAge","valueAnnotation","valueAttachment","valueCodeableConcept","valueCoding","valueContactPoint","valueCount","valueDistance","valueDuration","valueHumanName","valueIdentifier","valueMoney","valuePeriod","valueQuantity","valueRange","valueRatio","valueReference","valueSampledData","valueSignature","valueTiming","valueContactDetail","valueContributor","valueDataRequirement","valueExpression","valueParameterDefinition","valueRelatedArtifact","valueTriggerDefinition","valueUsageContext","valueDosage","valueMeta"]);
return (value, extra, env) => { try { return (($.isAny(value?.extension, undefined))) !== (($.isChosen(value, k1))) } catch (thrown) { $.failed(env, thrown, "extension.exists() != value.exists()"); return false } }
})()
const i219 = (() => {
const k1 = $.pattern("^[A-Z]([A-Za-z0-9_]){0,254}$", false);
return (value, extra, env) => { try { return (!(value?.name != null || value?._name != null) || $.matches(value?.name, k1) === true) } catch (thrown) { $.failed(env, thrown, "name.exists() implies name.matches('^[A-Z]([A-Za-z0-9_]){0,254}$')"); return false } }
})()
const m668 = (v) => isJson(v) && ((v.url !== undefined && v.url !== null && v.url === "https://home-first.example/fhir/StructureDefinition/source-recorded"))
const m669 = (v, t) => m668(v)
function s1(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o1(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s1(v, x, n, "Extension")) return false
}
return true
}
const d670 = slicesByText([["https://home-first.example/fhir/StructureDefinition/recorded-at","",0],["https://home-first.example/fhir/StructureDefinition/withheld-from","",1]])
function s2(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d670, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
}
if (n0 > 1) return false
return true
}
function o2(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const i220 = (value, extra, env) => { try { return (value === "https://home-first.example/fhir/Questionnaire/AboutMe" || $.startsWith(value, "https://home-first.example/fhir/Questionnaire/AboutMe|") === true) } catch (thrown) { $.failed(env, thrown, "$this = 'https://home-first.example/fhir/Questionnaire/AboutMe' or $this.startsWith('https://home-first.example/fhir/Questionnaire/AboutMe|')"); return false } }
function k3(v, x, t) {
if (!i220(v, x, c)) return false
return true
}
const q671 = aimOf({"types":["Patient"],"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstPatient"]})
function o0(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o1(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s2(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o2(v)) return false
}
{
const v = o.questionnaire
const x = o._questionnaire, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !k3(v, x, "canonical")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const v = o.authored
const x = o._authored, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.source
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.item
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
return true
}
const i221 = (() => {
function f13(env, value) { const a4 = value?.item; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if (((((((v6?.linkId === "important" || v6?.linkId === "people") || v6?.linkId === "communicate") || v6?.linkId === "wellness") || v6?.linkId === "please-do") || v6?.linkId === "support") || v6?.linkId === "worth-knowing")) { const a7 = v6?.item; if (Array.isArray(a7)) for (let i8 = 0; i8 < a7.length; i8++) { const v9 = a7[i8]; if (v9 != null) { const a10 = v9?.answer; if (Array.isArray(a10)) for (let i11 = 0; i11 < a10.length; i11++) { const v12 = a10[i11]; if (v12 != null) { return true; } } } } } } } return false }
return (value, extra, env) => { try { return (((value?.status != null && value?.status !== "completed") && (value?.status != null && value?.status !== "amended")) || f13(env, value)) } catch (thrown) { $.failed(env, thrown, "(status = 'completed' or status = 'amended') implies item.where(linkId = 'important' or linkId = 'people' or linkId = 'communicate' or linkId = 'wellness' or linkId = 'please-do' or linkId = 'support' or linkId = 'worth-knowing').item.answer.exists()"); return false } }
})()
function k4(v, x, t) {
if (!o0(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i221(v, x, c)) return false
return true
}
function s5(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o4(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s5(v, x, n, "Extension")) return false
}
return true
}
const d672 = slicesByText([["https://home-first.example/fhir/StructureDefinition/agreement","",0],["https://home-first.example/fhir/StructureDefinition/plan-updated","",1],["https://home-first.example/fhir/StructureDefinition/plan-review","",2],["https://home-first.example/fhir/StructureDefinition/recorded-at","",3]])
function s6(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d672, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
}
if (n1 > 1 || n3 > 1) return false
return true
}
function o5(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const q673 = aimOf({"plain":["CarePlan"],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstCarePlan"]})
const p674 = (v) => isJson(v) && v.code === "additional-support" && v.system === "https://home-first.example/fhir/CodeSystem/plan-kind"
const p675 = (v) => p674(v)
const p676 = (v) => Array.isArray(v) && has(v, p675)
const p677 = (v) => isJson(v) && p676(v.coding)
function k8(v, x, t) {
if (!(p677(v))) return false
return true
}
const m678 = (v, t) => (v !== undefined && v !== null && p677(v))
function s7(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m678(v, t)) {
n0++
if (!k8(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1) return false
return true
}
const q679 = oneOf(["http://hl7.org/fhir/StructureDefinition/SimpleQuantity"])
function k9(v, x, t) {
if ((t === "Quantity" || (t === 'Resource' && v.resourceType === "Quantity")) && !conformsToOne(q679, v)) return false
return true
}
function o7(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.dailyAmount
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.quantity
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
function o6(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.detail
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o7(v)) return false
}
return true
}
function o3(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o4(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s6(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o5(v[i])) return false
}
{
const v = o.partOf
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q673)) return false
}
{
const v = o.category
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (!s7(v, x, n, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const v = o.activity
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o6(v[i])) return false
}
return true
}
const i222 = (value, extra, env) => { try { return (((value?.description != null || value?._description != null) || ($.isAny(value?.activity, undefined))) || ($.isAny(value?.supportingInfo, undefined))) } catch (thrown) { $.failed(env, thrown, "description.exists() or activity.exists() or supportingInfo.exists()"); return false } }
function k10(v, x, t) {
if (!o3(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i222(v, x, c)) return false
return true
}
function s11(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o9(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s11(v, x, n, "Extension")) return false
}
return true
}
const d680 = slicesByText([["https://home-first.example/fhir/StructureDefinition/decision-reason","",0],["https://home-first.example/fhir/StructureDefinition/involved-person","",1],["https://home-first.example/fhir/StructureDefinition/on-behalf-of","",2],["https://home-first.example/fhir/StructureDefinition/replaced-decision","",3],["https://home-first.example/fhir/StructureDefinition/decision-in-question","",4]])
function s12(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d680, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
if (at === 4) {
n4++
continue
}
}
if (n1 < 1 || n2 > 1 || n3 > 1 || n4 < 1 || n4 > 1) return false
return true
}
function o10(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const q681 = aimOf({"types":["ServiceRequest","CarePlan"],"plain":["CarePlan"],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstReferral"]})
const p682 = (v) => isJson(v) && v.code === "best-interests" && v.system === "https://home-first.example/fhir/CodeSystem/decision"
const p683 = (v) => p682(v)
const p684 = (v) => Array.isArray(v) && has(v, p683)
const p685 = (v) => isJson(v) && p684(v.coding)
function o11(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.coding
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
return true
}
function k13(v, x, t) {
if (!(p685(v))) return false
if (!o11(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const c686 = {"variants":[["effectiveDateTime","dateTime"],["effectivePeriod","Period"],["effectiveTiming","Timing"],["effectiveInstant","instant"]]}
const q687 = aimOf({"types":["Organization","PractitionerRole","Practitioner"],"plain":["Practitioner"],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstOrganization","https://home-first.example/fhir/StructureDefinition/HomeFirstPractitionerRole"]})
const c688 = {"variants":[["valueQuantity","Quantity"],["valueCodeableConcept","CodeableConcept"],["valueString","string"],["valueBoolean","boolean"],["valueInteger","integer"],["valueRange","Range"],["valueRatio","Ratio"],["valueSampledData","SampledData"],["valueTime","time"],["valueDateTime","dateTime"],["valuePeriod","Period"]]}
const c689 = {"key":"valueString","extra":"_valueString","type":"string"}
function o12(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.low
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.high
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
const q690 = aimOf({"types":["Observation"],"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstCapacity"]})
function o13(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o12(v[i])) return false
}
return true
}
function o8(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o9(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 2) return false
if (!s12(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o10(v[i])) return false
}
{
const v = o.basedOn
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q681)) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k13(v, x, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const h = choiceOf(o, c686, "effective")
if (h === undefined) return false
}
{
const v = o.performer
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q687)) return false
}
{
const h = o.valueString !== undefined ? c689 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueString") return false
}
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o12(v[i])) return false
}
{
const v = o.derivedFrom
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q690)) return false
}
{
const v = o.component
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o13(v[i])) return false
}
return true
}
function k14(v, x, t) {
if (!o8(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s15(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o15(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s15(v, x, n, "Extension")) return false
}
return true
}
function s16(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d680, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
if (at === 4) {
n4++
continue
}
}
if (n2 > 1 || n3 > 1 || n4 < 1 || n4 > 1) return false
return true
}
function o16(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const p691 = (v) => isJson(v) && v.code === "capacity" && v.system === "https://home-first.example/fhir/CodeSystem/decision"
const p692 = (v) => p691(v)
const p693 = (v) => Array.isArray(v) && has(v, p692)
const p694 = (v) => isJson(v) && p693(v.coding)
function o17(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.coding
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
return true
}
function k17(v, x, t) {
if (!(p694(v))) return false
if (!o17(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const c695 = {"key":"valueCodeableConcept","extra":"_valueCodeableConcept","type":"CodeableConcept"}
function o18(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.low
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.high
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
function o19(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o18(v[i])) return false
}
return true
}
function o14(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o15(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (!s16(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o16(v[i])) return false
}
{
const v = o.basedOn
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q681)) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k17(v, x, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const h = choiceOf(o, c686, "effective")
if (h === undefined) return false
}
{
const v = o.performer
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q687)) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o18(v[i])) return false
}
{
const v = o.component
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o19(v[i])) return false
}
return true
}
function k18(v, x, t) {
if (!o14(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s19(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o21(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s19(v, x, n, "Extension")) return false
}
return true
}
const d696 = slicesByText([["https://home-first.example/fhir/StructureDefinition/agreement","",0],["https://home-first.example/fhir/StructureDefinition/plan-updated","",1],["https://home-first.example/fhir/StructureDefinition/plan-review","",2],["https://home-first.example/fhir/StructureDefinition/recorded-at","",3],["https://home-first.example/fhir/StructureDefinition/funding-source","",4],["https://home-first.example/fhir/StructureDefinition/work-type","",5]])
function s20(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d696, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
if (at === 4) {
n4++
continue
}
if (at === 5) {
n5++
continue
}
}
if (n1 > 1 || n3 > 1) return false
return true
}
function o22(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const q697 = aimOf({"plain":["Condition"],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstNeed"]})
const q698 = aimOf({"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstGoal"]})
const d699 = slicesByText([["https://home-first.example/fhir/StructureDefinition/action-strategy","",0],["https://home-first.example/fhir/StructureDefinition/action-confidence","",1],["https://home-first.example/fhir/StructureDefinition/plan-updated","",2],["https://home-first.example/fhir/StructureDefinition/plan-review","",3]])
function s21(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d699, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
}
if (n1 > 1 || n2 > 1 || n3 > 1) return false
return true
}
function o24(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s21(v, x, n, "Extension")) return false
}
{
const v = o.goal
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q698)) return false
}
{
const v = o.dailyAmount
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.quantity
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
function o23(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.detail
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o24(v)) return false
}
return true
}
const i223 = (value, extra, env) => { try { return (((value?.reference != null) || (value?.detail?.code != null)) || (value?.detail?.description != null || value?.detail?._description != null)) } catch (thrown) { $.failed(env, thrown, "reference.exists() or detail.code.exists() or detail.description.exists()"); return false } }
function k22(v, x, t) {
if (!o23(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i223(v, x, c)) return false
return true
}
function o20(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o21(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s20(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o22(v[i])) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const v = o.addresses
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q697)) return false
}
{
const v = o.goal
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q698)) return false
}
{
const v = o.activity
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!k22(v[i], undefined, "CarePlan.activity")) return false
}
return true
}
const i224 = (() => {
let memo;
function f16(v8, x9, env, value) { const l10 = []; { const a11 = env.resource?.goal; if (Array.isArray(a11)) for (let i12 = 0; i12 < a11.length; i12++) { const v13 = a11[i12]; if (v13 != null) { const v14 = v13?.reference; const x15 = v13?._reference; if (v14 != null || x15 != null) { if (v14 != null) l10.push(v14); } } } } return l10 }
function f17(env, value) { const a1 = value?.activity; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.detail; if (v4 != null) { const a5 = v4?.goal; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { const v8 = v7?.reference; const x9 = v7?._reference; if (v8 != null || x9 != null) { if (!($.isAmong(v8, (memo[0] ??= $.textsOf(f16(v8, x9, env, value)))) === true)) return false; } } } } } } return true }
return (value, extra, env) => { const outer = memo; memo = []; try { return f17(env, value) } catch (thrown) { $.failed(env, thrown, "activity.detail.goal.reference.all($this in %resource.goal.reference)"); return false } finally { memo = outer } }
})()
function k23(v, x, t) {
if (!o20(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i224(v, x, c)) return false
return true
}
function s24(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o26(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s24(v, x, n, "Extension")) return false
}
return true
}
const v700 = valueSet("https://home-first.example/fhir/ValueSet/contact-class")
function k25(v, x, t) {
if (isMember(v700, v, t) === false) return false
return true
}
const q701 = aimOf({"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstJourney"]})
const q702 = aimOf({"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstReferral"]})
function o27(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.start
const x = o._start, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const q703 = aimOf({"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstOrganization"]})
function o25(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o26(v)) return false
}
{
const v = o.class
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k25(v, x, "Coding")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const v = o.episodeOfCare
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q701)) return false
}
{
const v = o.basedOn
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q702)) return false
}
{
const v = o.period
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !o27(v)) return false
}
{
const v = o.serviceProvider
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q703)) return false
}
return true
}
const i225 = (value, extra, env) => { try { return (($.isAny(value?.basedOn, undefined)) || ($.isAny(value?.episodeOfCare, undefined))) } catch (thrown) { $.failed(env, thrown, "basedOn.exists() or episodeOfCare.exists()"); return false } }
function k26(v, x, t) {
if (!o25(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i225(v, x, c)) return false
return true
}
function s27(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o29(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s27(v, x, n, "Extension")) return false
}
return true
}
const d704 = slicesByText([["https://home-first.example/fhir/StructureDefinition/agreement","",0],["https://home-first.example/fhir/StructureDefinition/plan-updated","",1],["https://home-first.example/fhir/StructureDefinition/plan-review","",2],["https://home-first.example/fhir/StructureDefinition/recorded-at","",3],["https://home-first.example/fhir/StructureDefinition/trigger-factor","",4],["https://home-first.example/fhir/StructureDefinition/early-warning-sign","",5],["https://home-first.example/fhir/StructureDefinition/who-to-contact","",6],["https://home-first.example/fhir/StructureDefinition/coping-strategy","",7],["https://home-first.example/fhir/StructureDefinition/advance-statement","",8],["https://home-first.example/fhir/StructureDefinition/anticipatory-provision","",9]])
function s28(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0, n6 = 0, n7 = 0, n8 = 0, n9 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d704, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
if (at === 4) {
n4++
continue
}
if (at === 5) {
n5++
continue
}
if (at === 6) {
n6++
continue
}
if (at === 7) {
n7++
continue
}
if (at === 8) {
n8++
continue
}
if (at === 9) {
n9++
continue
}
}
if (n1 > 1 || n3 > 1 || n4 < 1 || n8 > 1) return false
return true
}
function o30(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const p705 = (v) => isJson(v) && v.code === "contingency" && v.system === "https://home-first.example/fhir/CodeSystem/plan-kind"
const p706 = (v) => p705(v)
const p707 = (v) => Array.isArray(v) && has(v, p706)
const p708 = (v) => isJson(v) && p707(v.coding)
function k30(v, x, t) {
if (!(p708(v))) return false
return true
}
const m709 = (v, t) => (v !== undefined && v !== null && p708(v))
function s29(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m709(v, t)) {
n0++
if (!k30(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1) return false
return true
}
function o32(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.dailyAmount
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.quantity
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
function o31(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.detail
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o32(v)) return false
}
return true
}
function k31(v, x, t) {
if (!o31(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i223(v, x, c)) return false
return true
}
function o28(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o29(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (!s28(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o30(v[i])) return false
}
{
const v = o.partOf
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q673)) return false
}
{
const v = o.category
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (!s29(v, x, n, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const v = o.addresses
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q697)) return false
}
{
const v = o.activity
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!k31(v[i], undefined, "CarePlan.activity")) return false
}
return true
}
const i226 = (() => {
function f7(env, value) { const a4 = value?.extension; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if (v6?.url === "https://home-first.example/fhir/StructureDefinition/who-to-contact") { return true; } } } return false }
return (value, extra, env) => { try { return ((($.isAny(value?.activity, undefined)) || (value?.description != null || value?._description != null)) || f7(env, value)) } catch (thrown) { $.failed(env, thrown, "activity.exists() or description.exists() or extension.where(url = 'https://home-first.example/fhir/StructureDefinition/who-to-contact').exists()"); return false } }
})()
function k32(v, x, t) {
if (!o28(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i226(v, x, c)) return false
return true
}
function s33(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o34(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s33(v, x, n, "Extension")) return false
}
return true
}
const d710 = slicesByText([["https://home-first.example/fhir/StructureDefinition/decision-reason","",0],["https://home-first.example/fhir/StructureDefinition/involved-person","",1],["https://home-first.example/fhir/StructureDefinition/on-behalf-of","",2],["https://home-first.example/fhir/StructureDefinition/replaced-decision","",3]])
function s34(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d710, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
}
if (n2 > 1 || n3 > 1) return false
return true
}
function o35(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const p711 = (v) => isJson(v) && v.code === "continuing-healthcare" && v.system === "https://home-first.example/fhir/CodeSystem/decision"
const p712 = (v) => p711(v)
const p713 = (v) => Array.isArray(v) && has(v, p712)
const p714 = (v) => isJson(v) && p713(v.coding)
function o36(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.coding
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
return true
}
function k35(v, x, t) {
if (!(p714(v))) return false
if (!o36(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o37(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.low
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.high
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
function o38(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o37(v[i])) return false
}
return true
}
function o33(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o34(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s34(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o35(v[i])) return false
}
{
const v = o.basedOn
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q681)) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k35(v, x, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const h = choiceOf(o, c686, "effective")
if (h === undefined) return false
}
{
const v = o.performer
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q687)) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o37(v[i])) return false
}
{
const v = o.component
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o38(v[i])) return false
}
return true
}
const i227 = (() => {
function f8(env, value) { const a5 = value?.valueCodeableConcept?.coding; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { if ((v7?.system === "https://home-first.example/fhir/CodeSystem/continuing-healthcare" && (v7?.code === "not-eligible" || v7?.code === "disputed"))) { return true; } } } return false }
function f15(env, value) { const a12 = value?.extension; if (Array.isArray(a12)) for (let i13 = 0; i13 < a12.length; i13++) { const v14 = a12[i13]; if (v14 != null) { if (v14?.url === "https://home-first.example/fhir/StructureDefinition/decision-reason") { return true; } } } return false }
return (value, extra, env) => { try { return (!f8(env, value) || f15(env, value)) } catch (thrown) { $.failed(env, thrown, "value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/continuing-healthcare' and (code = 'not-eligible' or code = 'disputed')).exists() implies extension.where(url = 'https://home-first.example/fhir/StructureDefinition/decision-reason').exists()"); return false } }
})()
function k36(v, x, t) {
if (!o33(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i227(v, x, c)) return false
return true
}
function s37(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o40(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s37(v, x, n, "Extension")) return false
}
return true
}
function s38(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d710, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
}
if (n2 > 1 || n3 > 1) return false
return true
}
function o41(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const p715 = (v) => isJson(v) && v.code === "criteria-to-reside" && v.system === "https://home-first.example/fhir/CodeSystem/observation"
const p716 = (v) => p715(v)
const p717 = (v) => Array.isArray(v) && has(v, p716)
const p718 = (v) => isJson(v) && p717(v.coding)
function o42(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.coding
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
return true
}
function k39(v, x, t) {
if (!(p718(v))) return false
if (!o42(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const v719 = valueSet("https://home-first.example/fhir/ValueSet/criteria-to-reside-answer")
function k40(v, x, t) {
if (isMember(v719, v, t) === false) return false
return true
}
function o43(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.low
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.high
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
function o44(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o43(v[i])) return false
}
return true
}
const d720 = slicesByCode([["discharge-ready-date","https://home-first.example/fhir/CodeSystem/observation",0],["criterion","https://home-first.example/fhir/CodeSystem/observation",1]])
const c721 = {"key":"valueDateTime","extra":"_valueDateTime","type":"dateTime"}
function o45(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueDateTime !== undefined ? c721 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueDateTime") return false
}
return true
}
function k42(v, x, t) {
if (!o45(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const v722 = valueSet("https://home-first.example/fhir/ValueSet/criteria-to-reside-criterion")
function k43(v, x, t) {
if (isMember(v722, v, t) === false) return false
return true
}
function o46(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
if (h !== undefined && !k43(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k44(v, x, t) {
if (!o46(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s41(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByCode(d720, v.code) : -1)
if (at === 0) {
n0++
if (!k42(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k44(v, x, t)) return false
continue
}
}
if (n0 > 1) return false
return true
}
function o39(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o40(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s38(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o41(v[i])) return false
}
{
const v = o.basedOn
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q681)) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k39(v, x, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const h = choiceOf(o, c686, "effective")
if (h === undefined) return false
}
{
const v = o.performer
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q687)) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
if (h !== undefined && !k40(o[h.key], o[h.extra], h.type)) return false
}
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o43(v[i])) return false
}
{
const v = o.component
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o44(v[i])) return false
if (n > 0 && !s41(v, x, n, "Observation.component")) return false
}
return true
}
const i228 = (() => {
function f20(v13, env, value) { const a17 = v13?.code?.coding; if (Array.isArray(a17)) for (let i18 = 0; i18 < a17.length; i18++) { const v19 = a17[i18]; if (v19 != null) { if ((v19?.system === "https://home-first.example/fhir/CodeSystem/observation" && v19?.code === "discharge-ready-date")) { return true; } } } return false }
function f21(env, value) { const a11 = value?.component; if (Array.isArray(a11)) for (let i12 = 0; i12 < a11.length; i12++) { const v13 = a11[i12]; if (v13 != null) { if (f20(v13, env, value)) { return true; } } } return false }
function f29(env, value) { const a26 = value?.valueCodeableConcept?.coding; if (Array.isArray(a26)) for (let i27 = 0; i27 < a26.length; i27++) { const v28 = a26[i27]; if (v28 != null) { if ((v28?.system === "https://home-first.example/fhir/CodeSystem/criteria-to-reside-state" && v28?.code === "no-longer-meets")) { return true; } } } return false }
return (value, extra, env) => { try { return (!f21(env, value) || f29(env, value)) } catch (thrown) { $.failed(env, thrown, "component.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/observation' and code = 'discharge-ready-date').exists()).exists() implies value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/criteria-to-reside-state' and code = 'no-longer-meets').exists()"); return false } }
})()
const i229 = (() => {
function f8(env, value) { const a5 = value?.valueCodeableConcept?.coding; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { if ((v7?.system === "https://home-first.example/fhir/CodeSystem/criteria-to-reside-state" && v7?.code === "no-longer-meets")) { return true; } } } return false }
function f28(v21, env, value) { const a25 = v21?.code?.coding; if (Array.isArray(a25)) for (let i26 = 0; i26 < a25.length; i26++) { const v27 = a25[i26]; if (v27 != null) { if ((v27?.system === "https://home-first.example/fhir/CodeSystem/observation" && v27?.code === "criterion")) { return true; } } } return false }
function f29(env, value) { const a19 = value?.component; if (Array.isArray(a19)) for (let i20 = 0; i20 < a19.length; i20++) { const v21 = a19[i20]; if (v21 != null) { if (f28(v21, env, value)) { return true; } } } return false }
function f36(env, value) { const a33 = value?.valueCodeableConcept?.coding; if (Array.isArray(a33)) for (let i34 = 0; i34 < a33.length; i34++) { const v35 = a33[i34]; if (v35 != null) { if (v35?.system === "https://home-first.example/fhir/CodeSystem/criteria-to-reside") { return true; } } } return false }
return (value, extra, env) => { try { return (!f8(env, value) || ((!f29(env, value)) && (!f36(env, value)))) } catch (thrown) { $.failed(env, thrown, "value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/criteria-to-reside-state' and code = 'no-longer-meets').exists() implies (component.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/observation' and code = 'criterion').exists()).empty() and value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/criteria-to-reside').empty())"); return false } }
})()
function k45(v, x, t) {
if (!o39(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i228(v, x, c)) return false
if (!i229(v, x, c)) return false
return true
}
function s46(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o48(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s46(v, x, n, "Extension")) return false
}
return true
}
function s47(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d710, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
}
if (n2 > 1 || n3 > 1) return false
return true
}
function o49(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
function o50(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.coding
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
return true
}
function o51(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.low
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.high
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
function o52(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o51(v[i])) return false
}
return true
}
function o47(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o48(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s47(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o49(v[i])) return false
}
{
const v = o.basedOn
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q681)) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o50(v)) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const h = choiceOf(o, c686, "effective")
if (h === undefined) return false
}
{
const v = o.performer
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q687)) return false
}
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o51(v[i])) return false
}
{
const v = o.component
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o52(v[i])) return false
}
return true
}
function k48(v, x, t) {
if (!o47(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s49(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o54(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s49(v, x, n, "Extension")) return false
}
return true
}
const d723 = slicesByText([["https://home-first.example/fhir/StructureDefinition/decision-reason","",0],["https://home-first.example/fhir/StructureDefinition/involved-person","",1],["https://home-first.example/fhir/StructureDefinition/on-behalf-of","",2],["https://home-first.example/fhir/StructureDefinition/replaced-decision","",3],["https://home-first.example/fhir/StructureDefinition/delay-responsible-organization","",4]])
function s50(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d723, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
if (at === 4) {
n4++
continue
}
}
if (n2 > 1 || n3 > 1) return false
return true
}
function o55(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const p724 = (v) => isJson(v) && v.code === "delay" && v.system === "https://home-first.example/fhir/CodeSystem/decision"
const p725 = (v) => p724(v)
const p726 = (v) => Array.isArray(v) && has(v, p725)
const p727 = (v) => isJson(v) && p726(v.coding)
function o56(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.coding
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
return true
}
function k51(v, x, t) {
if (!(p727(v))) return false
if (!o56(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const c728 = {"key":"effectivePeriod","extra":"_effectivePeriod","type":"Period"}
function o57(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.start
const x = o._start, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
function k52(v, x, t) {
if (!o57(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o58(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.low
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.high
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
function o59(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o58(v[i])) return false
}
return true
}
function o60(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k54(v, x, t) {
if (!o60(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const p729 = (v) => isJson(v) && v.code === "delay-responsibility" && v.system === "https://home-first.example/fhir/CodeSystem/decision"
const p730 = (v) => p729(v)
const p731 = (v) => Array.isArray(v) && has(v, p730)
const p732 = (v) => isJson(v) && p731(v.coding)
const m733 = (v) => isJson(v) && ((v.code !== undefined && v.code !== null && p732(v.code)))
const m734 = (v, t) => m733(v)
function s53(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m734(v, t)) {
n0++
if (!k54(v, x, t)) return false
continue
}
}
if (n0 > 1) return false
return true
}
function o53(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o54(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s50(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o55(v[i])) return false
}
{
const v = o.basedOn
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q681)) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k51(v, x, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const h = o.effectivePeriod !== undefined ? c728 : choiceOf(o, c686, "effective")
if (h === undefined) return false
if (h !== undefined && h.key !== "effectivePeriod") return false
if (h !== undefined && !k52(o[h.key], o[h.extra], h.type)) return false
}
{
const v = o.performer
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q687)) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o58(v[i])) return false
}
{
const v = o.component
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o59(v[i])) return false
if (n > 0 && !s53(v, x, n, "Observation.component")) return false
}
return true
}
function k55(v, x, t) {
if (!o53(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s56(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o62(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s56(v, x, n, "Extension")) return false
}
return true
}
const d735 = slicesByText([["https://home-first.example/fhir/StructureDefinition/decision-reason","",0],["https://home-first.example/fhir/StructureDefinition/involved-person","",1],["https://home-first.example/fhir/StructureDefinition/on-behalf-of","",2],["https://home-first.example/fhir/StructureDefinition/replaced-decision","",3],["https://home-first.example/fhir/StructureDefinition/work-type","",4]])
function s57(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d735, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
if (at === 4) {
n4++
continue
}
}
if (n2 > 1 || n3 > 1) return false
return true
}
function o63(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const p736 = (v) => isJson(v) && v.code === "need" && v.system === "https://home-first.example/fhir/CodeSystem/decision"
const p737 = (v) => p736(v)
const p738 = (v) => Array.isArray(v) && has(v, p737)
const p739 = (v) => isJson(v) && p738(v.coding)
function o64(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.coding
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
return true
}
function k58(v, x, t) {
if (!(p739(v))) return false
if (!o64(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o65(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.low
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.high
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
const c740 = {"key":"valueBoolean","extra":"_valueBoolean","type":"boolean"}
function o66(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueCodeableConcept !== undefined ? c695 : o.valueString !== undefined ? c689 : o.valueBoolean !== undefined ? c740 : choiceOf(o, c688, "value")
if (h !== undefined && h.key !== "valueCodeableConcept" && h.key !== "valueString" && h.key !== "valueBoolean") return false
}
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o65(v[i])) return false
}
return true
}
function o61(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o62(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s57(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o63(v[i])) return false
}
{
const v = o.basedOn
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q681)) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k58(v, x, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const h = choiceOf(o, c686, "effective")
if (h === undefined) return false
}
{
const v = o.performer
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q687)) return false
}
{
const h = o.valueString !== undefined ? c689 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueString") return false
}
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o65(v[i])) return false
}
{
const v = o.component
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o66(v[i])) return false
}
return true
}
function k59(v, x, t) {
if (!o61(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s60(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o68(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s60(v, x, n, "Extension")) return false
}
return true
}
function o69(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
function k61(v, x, t) {
if (!(v === "document")) return false
return true
}
function o70(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.fullUrl
const x = o._fullUrl, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.resource
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const d741 = slicesByText([["Composition","",0],["Patient","",1]])
const q742 = oneOf(["https://home-first.example/fhir/StructureDefinition/HomeFirstDischargeSummary"])
function k63(v, x, t) {
if ((t === "Composition" || (t === 'Resource' && v.resourceType === "Composition")) && !conformsToOne(q742, v)) return false
return true
}
function o71(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.resource
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k63(v, x, 'Resource')) return false
}
return true
}
function k64(v, x, t) {
if (!o71(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const q743 = oneOf(["https://home-first.example/fhir/StructureDefinition/HomeFirstPatient"])
function k65(v, x, t) {
if ((t === "Patient" || (t === 'Resource' && v.resourceType === "Patient")) && !conformsToOne(q743, v)) return false
return true
}
function o72(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.resource
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k65(v, x, 'Resource')) return false
}
return true
}
function k66(v, x, t) {
if (!o72(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s62(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) && isJson(v.resource) ? sliceByText(d741, v.resource.resourceType) : -1)
if (at === 0) {
n0++
if (!k64(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k66(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1 || n1 < 1 || n1 > 1) return false
return true
}
function o67(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o68(v)) return false
}
{
const v = o.identifier
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !o69(v)) return false
}
{
const v = o.type
const x = o._type, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k61(v, x, "code")) return false
}
{
const v = o.timestamp
const x = o._timestamp, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 2) return false
for (let i = 0; i < n; i++) if (!o70(v[i])) return false
if (!s62(v, x, n, "Bundle.entry")) return false
}
return true
}
const i230 = (() => {
function f4(env, value) { const a1 = value?.entry; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { return v3; } } }
function f25(v20, x21, env, value) { const a22 = env.resource?.entry; if (Array.isArray(a22)) for (let i23 = 0; i23 < a22.length; i23++) { const v24 = a22[i23]; if (v24 != null) { return v24; } } }
function f26(env, value) { const a17 = value?.entry; if (Array.isArray(a17)) for (let i18 = 0; i18 < a17.length; i18++) { const v19 = a17[i18]; if (v19 != null) { if ($.isResource(v19?.resource, "Patient", env)) { const v20 = v19?.fullUrl; const x21 = v19?._fullUrl; if (v20 != null || x21 != null) { if ($.endsWith(v20, $.oneString($.members($.members($.listed(f25(v20, x21, env, value)?.resource, undefined, "Resource"), "subject", env), "reference", env))) === true) { return true; } } } } } return false }
return (value, extra, env) => { try { return ((($.members($.members($.listed(f4(env, value)?.resource, undefined, "Resource"), "subject", env), "reference", env)).length > 0) && f26(env, value)) } catch (thrown) { $.failed(env, thrown, "entry.first().resource.subject.reference.exists() and entry.where(resource is Patient).fullUrl.exists($this.endsWith(%resource.entry.first().resource.subject.reference))"); return false } }
})()
const i231 = (() => {
function f7(env, value) { const l1 = []; const a2 = value?.entry; if (Array.isArray(a2)) for (let i3 = 0; i3 < a2.length; i3++) { const v4 = a2[i3]; if (v4 != null) { const v5 = v4?.fullUrl; const x6 = v4?._fullUrl; if (v5 != null || x6 != null) { if (v5 != null) l1.push(v5); } } } return $.areDistinct(l1) }
return (value, extra, env) => { try { return f7(env, value) } catch (thrown) { $.failed(env, thrown, "entry.fullUrl.isDistinct()"); return false } }
})()
const i232 = (() => {
function f8(env, value) { const a4 = value?.entry; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if ($.isResource(v6?.resource, "Patient", env)) { const v7 = v6?.resource; if (v7 != null) { if (!((((($.members($.listed(v7, undefined, "Resource"), "name", env)).length > 0) && (($.members($.listed(v7, undefined, "Resource"), "birthDate", env)).length > 0)) && (($.members($.listed(v7, undefined, "Resource"), "address", env)).length > 0)))) return false; } } } } return true }
return (value, extra, env) => { try { return f8(env, value) } catch (thrown) { $.failed(env, thrown, "entry.where(resource is Patient).resource.all(name.exists() and birthDate.exists() and address.exists())"); return false } }
})()
const i233 = (() => {
function f8(env, value) { const a4 = value?.entry; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if ((($.isResource(v6?.resource, "AllergyIntolerance", env) || $.isResource(v6?.resource, "Condition", env)) || $.isResource(v6?.resource, "Procedure", env))) { const v7 = v6?.resource; if (v7 != null) { if (!((($.members($.listed(v7, undefined, "Resource"), "code", env)).length > 0))) return false; } } } } return true }
return (value, extra, env) => { try { return f8(env, value) } catch (thrown) { $.failed(env, thrown, "entry.where(resource is AllergyIntolerance or resource is Condition or resource is Procedure).resource.all(code.exists())"); return false } }
})()
const i234 = (() => {
function f7(env, value) { const a4 = value?.entry; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if ($.isResource(v6?.resource, "Encounter", env)) { return true; } } } return false }
function f16(env, value) { const l11 = []; const a12 = value?.entry; if (Array.isArray(a12)) for (let i13 = 0; i13 < a12.length; i13++) { const v14 = a12[i13]; if (v14 != null) { if ($.isResource(v14?.resource, "Encounter", env)) { const v15 = v14?.resource; if (v15 != null) { l11.push($.node("Resource", v15, undefined)); } } } } return l11 }
return (value, extra, env) => { try { return (!f7(env, value) || (($.members($.members(f16(env, value), "period", env), "end", env)).length > 0)) } catch (thrown) { $.failed(env, thrown, "entry.where(resource is Encounter).exists() implies entry.where(resource is Encounter).resource.period.end.exists()"); return false } }
})()
function k67(v, x, t) {
if (!o67(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i230(v, x, c)) return false
if (!i231(v, x, c)) return false
if (!i232(v, x, c)) return false
if (!i233(v, x, c)) return false
if (!i234(v, x, c)) return false
return true
}
function s68(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o74(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s68(v, x, n, "Extension")) return false
}
return true
}
function o75(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const p744 = (v) => isJson(v) && v.code === "373942005" && v.system === "http://snomed.info/sct"
const p745 = (v) => p744(v)
const p746 = (v) => Array.isArray(v) && has(v, p745)
const p747 = (v) => isJson(v) && p746(v.coding)
function k69(v, x, t) {
if (!(p747(v))) return false
return true
}
const q748 = aimOf({"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstSpell","https://home-first.example/fhir/StructureDefinition/HomeFirstContact"]})
function o76(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.section
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o76(v[i])) return false
}
return true
}
const i235 = (value, extra, env) => { try { return (((($.isAny(value?.entry, undefined)) || ($.isAny(value?.section, undefined))) || (value?.emptyReason != null)) || ((value?.text != null) && (value?.text?.status != null && value?.text?.status !== "empty"))) } catch (thrown) { $.failed(env, thrown, "entry.exists() or section.exists() or emptyReason.exists() or (text.exists() and text.status != 'empty')"); return false } }
function k70(v, x, t) {
if (!o76(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const d749 = slicesByCode([["886781000000108","http://snomed.info/sct",0],["886921000000105","http://snomed.info/sct",1],["887141000000103","http://snomed.info/sct",2],["887181000000106","http://snomed.info/sct",3],["887161000000102","http://snomed.info/sct",4],["886811000000106","http://snomed.info/sct",5],["887261000000109","http://snomed.info/sct",6],["886711000000101","http://snomed.info/sct",7],["1078911000000106","http://snomed.info/sct",8],["1052951000000105","http://snomed.info/sct",9],["1082101000000102","http://snomed.info/sct",10],["886961000000102","http://snomed.info/sct",11],["933361000000108","http://snomed.info/sct",12],["886751000000102","http://snomed.info/sct",13],["886731000000109","http://snomed.info/sct",14],["1052941000000107","http://snomed.info/sct",15],["887231000000104","http://snomed.info/sct",16],["887201000000105","http://snomed.info/sct",17],["887171000000109","http://snomed.info/sct",18],["1052891000000108","http://snomed.info/sct",19],["886931000000107","http://snomed.info/sct",20],["887051000000101","http://snomed.info/sct",21]])
const q750 = aimOf({"types":["Encounter"],"plain":["Encounter"],"profiles":[]})
function o77(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q750)) return false
}
return true
}
function k72(v, x, t) {
if (!o77(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const q751 = aimOf({"types":["AllergyIntolerance","List"],"plain":["AllergyIntolerance","List"],"profiles":[]})
function o78(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q751)) return false
}
return true
}
function k73(v, x, t) {
if (!o78(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const q752 = aimOf({"types":["Observation","QuestionnaireResponse","List"],"plain":["Observation","QuestionnaireResponse","List"],"profiles":[]})
function o79(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q752)) return false
}
return true
}
function k74(v, x, t) {
if (!o79(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o80(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k75(v, x, t) {
if (!o80(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const q753 = aimOf({"types":["Condition","List"],"plain":["Condition","List"],"profiles":[]})
function o81(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q753)) return false
}
return true
}
function k76(v, x, t) {
if (!o81(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o82(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q750)) return false
}
return true
}
function k77(v, x, t) {
if (!o82(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o83(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k78(v, x, t) {
if (!o83(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const q754 = aimOf({"types":["Organization","PractitionerRole","Practitioner"],"plain":["Organization","PractitionerRole","Practitioner"],"profiles":[]})
function o84(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q754)) return false
}
return true
}
function k79(v, x, t) {
if (!o84(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o85(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k80(v, x, t) {
if (!o85(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o86(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k81(v, x, t) {
if (!o86(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const q755 = aimOf({"types":["Observation","DiagnosticReport","List"],"plain":["Observation","DiagnosticReport","List"],"profiles":[]})
function o87(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q755)) return false
}
return true
}
function k82(v, x, t) {
if (!o87(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o88(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k83(v, x, t) {
if (!o88(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const q756 = aimOf({"types":["MedicationStatement","MedicationRequest","Device","DeviceUseStatement","List"],"plain":["MedicationStatement","MedicationRequest","Device","DeviceUseStatement","List"],"profiles":[]})
function o89(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q756)) return false
}
return true
}
function k84(v, x, t) {
if (!o89(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o90(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k85(v, x, t) {
if (!o90(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const q757 = aimOf({"types":["Patient","RelatedPerson"],"plain":["Patient","RelatedPerson"],"profiles":[]})
function o91(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q757)) return false
}
return true
}
function k86(v, x, t) {
if (!o91(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o92(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k87(v, x, t) {
if (!o92(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const q758 = aimOf({"types":["PractitionerRole","Practitioner","Organization"],"plain":["PractitionerRole","Practitioner","Organization"],"profiles":[]})
function o93(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q758)) return false
}
return true
}
function k88(v, x, t) {
if (!o93(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o94(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k89(v, x, t) {
if (!o94(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const q759 = aimOf({"types":["Procedure","List"],"plain":["Procedure","List"],"profiles":[]})
function o95(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q759)) return false
}
return true
}
function k90(v, x, t) {
if (!o95(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o96(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q758)) return false
}
return true
}
function k91(v, x, t) {
if (!o96(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o97(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k92(v, x, t) {
if (!o97(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o98(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k93(v, x, t) {
if (!o98(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function s71(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0, n6 = 0, n7 = 0, n8 = 0, n9 = 0, n10 = 0, n11 = 0, n12 = 0, n13 = 0, n14 = 0, n15 = 0, n16 = 0, n17 = 0, n18 = 0, n19 = 0, n20 = 0, n21 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByCode(d749, v.code) : -1)
if (at === 0) {
n0++
if (!k72(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k73(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k74(v, x, t)) return false
continue
}
if (at === 3) {
n3++
if (!k75(v, x, t)) return false
continue
}
if (at === 4) {
n4++
if (!k76(v, x, t)) return false
continue
}
if (at === 5) {
n5++
if (!k77(v, x, t)) return false
continue
}
if (at === 6) {
n6++
if (!k78(v, x, t)) return false
continue
}
if (at === 7) {
n7++
if (!k79(v, x, t)) return false
continue
}
if (at === 8) {
n8++
if (!k80(v, x, t)) return false
continue
}
if (at === 9) {
n9++
if (!k81(v, x, t)) return false
continue
}
if (at === 10) {
n10++
if (!k82(v, x, t)) return false
continue
}
if (at === 11) {
n11++
if (!k83(v, x, t)) return false
continue
}
if (at === 12) {
n12++
if (!k84(v, x, t)) return false
continue
}
if (at === 13) {
n13++
if (!k85(v, x, t)) return false
continue
}
if (at === 14) {
n14++
if (!k86(v, x, t)) return false
continue
}
if (at === 15) {
n15++
if (!k87(v, x, t)) return false
continue
}
if (at === 16) {
n16++
if (!k88(v, x, t)) return false
continue
}
if (at === 17) {
n17++
if (!k89(v, x, t)) return false
continue
}
if (at === 18) {
n18++
if (!k90(v, x, t)) return false
continue
}
if (at === 19) {
n19++
if (!k91(v, x, t)) return false
continue
}
if (at === 20) {
n20++
if (!k92(v, x, t)) return false
continue
}
if (at === 21) {
n21++
if (!k93(v, x, t)) return false
continue
}
}
if (n0 > 1 || n1 < 1 || n1 > 1 || n2 > 1 || n3 < 1 || n3 > 1 || n4 < 1 || n4 > 1 || n5 > 1 || n6 > 1 || n7 < 1 || n7 > 1 || n8 > 1 || n9 > 1 || n10 > 1 || n11 > 1 || n12 > 1 || n13 > 1 || n14 < 1 || n14 > 1 || n15 > 1 || n16 < 1 || n16 > 1 || n17 > 1 || n18 > 1 || n19 > 1 || n20 > 1 || n21 > 1) return false
return true
}
function o73(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o74(v)) return false
}
{
const v = o.identifier
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !o75(v)) return false
}
{
const v = o.type
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k69(v, x, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const v = o.encounter
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q748)) return false
}
{
const v = o.custodian
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q703)) return false
}
{
const v = o.section
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 6) return false
for (let i = 0; i < n; i++) if (!k70(v[i], undefined, "Composition.section")) return false
if (!s71(v, x, n, "Composition.section")) return false
}
return true
}
function k94(v, x, t) {
if (!o73(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s95(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o100(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s95(v, x, n, "Extension")) return false
}
return true
}
function o101(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
function o102(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
function o104(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.contentType
const x = o._contentType, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const i236 = (value, extra, env) => { try { return ((value?.url != null || value?._url != null) || (value?.data != null || value?._data != null)) } catch (thrown) { $.failed(env, thrown, "url.exists() or data.exists()"); return false } }
function k96(v, x, t) {
if (!o104(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i236(v, x, c)) return false
return true
}
function o103(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.attachment
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k96(v, x, "Attachment")) return false
}
return true
}
const q760 = aimOf({"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstSpell","https://home-first.example/fhir/StructureDefinition/HomeFirstContact","https://home-first.example/fhir/StructureDefinition/HomeFirstJourney"]})
function o105(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.encounter
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q760)) return false
}
return true
}
function o99(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o100(v)) return false
}
{
const v = o.masterIdentifier
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o101(v)) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o102(v[i])) return false
}
{
const v = o.type
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const v = o.custodian
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q703)) return false
}
{
const v = o.content
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o103(v[i])) return false
}
{
const v = o.context
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o105(v)) return false
}
return true
}
function k97(v, x, t) {
if (!o99(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s98(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o107(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s98(v, x, n, "Extension")) return false
}
return true
}
function s99(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d710, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
}
if (n2 > 1 || n3 > 1) return false
return true
}
function o108(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const p761 = (v) => isJson(v) && v.code === "eligibility" && v.system === "https://home-first.example/fhir/CodeSystem/decision"
const p762 = (v) => p761(v)
const p763 = (v) => Array.isArray(v) && has(v, p762)
const p764 = (v) => isJson(v) && p763(v.coding)
function o109(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.coding
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
return true
}
function k100(v, x, t) {
if (!(p764(v))) return false
if (!o109(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o110(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.low
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.high
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
function o111(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o110(v[i])) return false
}
return true
}
function o112(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k102(v, x, t) {
if (!o112(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const p765 = (v) => isJson(v) && v.code === "funding" && v.system === "https://home-first.example/fhir/CodeSystem/decision"
const p766 = (v) => p765(v)
const p767 = (v) => Array.isArray(v) && has(v, p766)
const p768 = (v) => isJson(v) && p767(v.coding)
const m769 = (v) => isJson(v) && ((v.code !== undefined && v.code !== null && p768(v.code)))
const m770 = (v, t) => m769(v)
function s101(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m770(v, t)) {
n0++
if (!k102(v, x, t)) return false
continue
}
}
if (n0 < 1) return false
return true
}
function o106(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o107(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s99(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o108(v[i])) return false
}
{
const v = o.basedOn
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q681)) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k100(v, x, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const h = choiceOf(o, c686, "effective")
if (h === undefined) return false
}
{
const v = o.performer
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q687)) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o110(v[i])) return false
}
{
const v = o.component
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!o111(v[i])) return false
if (!s101(v, x, n, "Observation.component")) return false
}
return true
}
const i237 = (() => {
function f21(v14, env, value) { const a18 = v14?.valueCodeableConcept?.coding; if (Array.isArray(a18)) for (let i19 = 0; i19 < a18.length; i19++) { const v20 = a18[i19]; if (v20 != null) { if ((v20?.system === "https://home-first.example/fhir/CodeSystem/funding" && v20?.code === "undecided")) { return true; } } } return false }
function f22(env, value) { const a12 = value?.component; if (Array.isArray(a12)) for (let i13 = 0; i13 < a12.length; i13++) { const v14 = a12[i13]; if (v14 != null) { if (f21(v14, env, value)) { return true; } } } return false }
function f43(v36, env, value) { const a40 = v36?.valueCodeableConcept?.coding; if (Array.isArray(a40)) for (let i41 = 0; i41 < a40.length; i41++) { const v42 = a40[i41]; if (v42 != null) { if (v42?.system === "https://home-first.example/fhir/CodeSystem/funding") { return true; } } } return false }
function f44(env, value) { let c33 = 0; const a34 = value?.component; if (Array.isArray(a34)) for (let i35 = 0; i35 < a34.length; i35++) { const v36 = a34[i35]; if (v36 != null) { if (f43(v36, env, value)) { c33++; } } } return c33 }
return (value, extra, env) => { try { return (!f22(env, value) || f44(env, value) === 1) } catch (thrown) { $.failed(env, thrown, "component.where(value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/funding' and code = 'undecided').exists()).exists() implies component.where(value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/funding').exists()).count() = 1"); return false } }
})()
function k103(v, x, t) {
if (!o106(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i237(v, x, c)) return false
return true
}
function s104(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o114(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s104(v, x, n, "Extension")) return false
}
return true
}
function s105(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d710, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
}
if (n2 > 1 || n3 > 1) return false
return true
}
function o115(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
function o116(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.coding
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
return true
}
function k106(v, x, t) {
if (!(p768(v))) return false
if (!o116(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o117(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.low
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.high
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
function o118(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o117(v[i])) return false
}
return true
}
function o113(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o114(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s105(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o115(v[i])) return false
}
{
const v = o.basedOn
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q681)) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k106(v, x, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const h = choiceOf(o, c686, "effective")
if (h === undefined) return false
}
{
const v = o.performer
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q687)) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o117(v[i])) return false
}
{
const v = o.component
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o118(v[i])) return false
}
return true
}
const i238 = (() => {
function f8(env, value) { const a5 = value?.valueCodeableConcept?.coding; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { if ((v7?.system === "https://home-first.example/fhir/CodeSystem/funding" && v7?.code === "self-funded")) { return true; } } } return false }
function f15(env, value) { const a12 = value?.extension; if (Array.isArray(a12)) for (let i13 = 0; i13 < a12.length; i13++) { const v14 = a12[i13]; if (v14 != null) { if (v14?.url === "https://home-first.example/fhir/StructureDefinition/involved-person") { return true; } } } return false }
return (value, extra, env) => { try { return (!f8(env, value) || f15(env, value)) } catch (thrown) { $.failed(env, thrown, "value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/funding' and code = 'self-funded').exists() implies extension.where(url = 'https://home-first.example/fhir/StructureDefinition/involved-person').exists()"); return false } }
})()
function k107(v, x, t) {
if (!o113(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i238(v, x, c)) return false
return true
}
function s108(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o120(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s108(v, x, n, "Extension")) return false
}
return true
}
const d771 = slicesByText([["https://home-first.example/fhir/StructureDefinition/goal-importance","",0],["https://home-first.example/fhir/StructureDefinition/agreement","",1],["https://home-first.example/fhir/StructureDefinition/recorded-at","",2],["http://hl7.org/fhir/StructureDefinition/goal-relationship","",3]])
const q772 = oneOf(["http://hl7.org/fhir/StructureDefinition/goal-relationship"])
function k110(v, x, t) {
if ((t === "Extension" || (t === 'Resource' && v.resourceType === "Extension")) && !conformsToOne(q772, v)) return false
return true
}
function s109(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d771, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
if (!k110(v, x, t)) return false
continue
}
}
if (n0 > 1 || n2 > 1) return false
return true
}
function o121(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const q773 = aimOf({"types":["Condition","Observation","ServiceRequest","RiskAssessment"],"plain":["Condition","RiskAssessment"],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstNeed","https://home-first.example/fhir/StructureDefinition/HomeFirstDescribedNeed","https://home-first.example/fhir/StructureDefinition/HomeFirstReferral"]})
function o119(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o120(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s109(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o121(v[i])) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const v = o.addresses
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q773)) return false
}
return true
}
function k111(v, x, t) {
if (!o119(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s112(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o123(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s112(v, x, n, "Extension")) return false
}
return true
}
function s113(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d710, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
}
if (n1 < 1 || n2 > 1 || n3 > 1) return false
return true
}
function o124(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const p774 = (v) => isJson(v) && v.code === "involvement" && v.system === "https://home-first.example/fhir/CodeSystem/decision"
const p775 = (v) => p774(v)
const p776 = (v) => Array.isArray(v) && has(v, p775)
const p777 = (v) => isJson(v) && p776(v.coding)
function o125(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.coding
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
return true
}
function k114(v, x, t) {
if (!(p777(v))) return false
if (!o125(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o126(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.low
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.high
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
function o127(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o126(v[i])) return false
}
return true
}
function o122(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o123(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (!s113(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o124(v[i])) return false
}
{
const v = o.basedOn
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q681)) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k114(v, x, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const h = choiceOf(o, c686, "effective")
if (h === undefined) return false
}
{
const v = o.performer
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q687)) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c688, "value")
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o126(v[i])) return false
}
{
const v = o.component
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o127(v[i])) return false
}
return true
}
const i239 = (() => {
function f8(env, value) { const a5 = value?.valueCodeableConcept?.coding; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { if ((v7?.system === "https://home-first.example/fhir/CodeSystem/objection" && $.endsWith(v7?.code, "-objects") === true)) { return true; } } } return false }
function f15(env, value) { const a12 = value?.extension; if (Array.isArray(a12)) for (let i13 = 0; i13 < a12.length; i13++) { const v14 = a12[i13]; if (v14 != null) { if (v14?.url === "https://home-first.example/fhir/StructureDefinition/decision-reason") { return true; } } } return false }
return (value, extra, env) => { try { return (!f8(env, value) || (((value?.valueCodeableConcept?.text != null || value?.valueCodeableConcept?._text != null) || ($.isAny(value?.note, undefined))) || f15(env, value))) } catch (thrown) { $.failed(env, thrown, "value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/objection' and code.endsWith('-objects')).exists() implies (value.text.exists() or note.exists() or extension.where(url = 'https://home-first.example/fhir/StructureDefinition/decision-reason').exists())"); return false } }
})()
function k115(v, x, t) {
if (!o122(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i239(v, x, c)) return false
return true
}
function o129(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const q778 = aimOf({"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstPatient"]})
function o130(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.start
const x = o._start, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
function o128(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!o129(v[i])) return false
}
{
const v = o.patient
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q778)) return false
}
{
const v = o.managingOrganization
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q703)) return false
}
{
const v = o.period
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !o130(v)) return false
}
{
const v = o.referralRequest
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (n > 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q702)) return false
}
return true
}
function k116(v, x, t) {
if (!o128(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k117(v, x, t) {
if (!(v === "message")) return false
return true
}
function o132(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.fullUrl
const x = o._fullUrl, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.resource
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.search
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0) return false
}
{
const v = o.request
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0) return false
}
{
const v = o.response
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0) return false
}
return true
}
const d779 = slicesByText([["MessageHeader","",0],["Patient","",1],["ServiceRequest","",2],["Organization","",3],["Task","",4]])
const q780 = oneOf(["https://home-first.example/fhir/StructureDefinition/HomeFirstMessageHeader"])
function k119(v, x, t) {
if ((t === "MessageHeader" || (t === 'Resource' && v.resourceType === "MessageHeader")) && !conformsToOne(q780, v)) return false
return true
}
function o133(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.resource
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k119(v, x, 'Resource')) return false
}
return true
}
function k120(v, x, t) {
if (!o133(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o134(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.resource
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k65(v, x, 'Resource')) return false
}
return true
}
function k121(v, x, t) {
if (!o134(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const q781 = oneOf(["https://home-first.example/fhir/StructureDefinition/HomeFirstReferral"])
function k122(v, x, t) {
if ((t === "ServiceRequest" || (t === 'Resource' && v.resourceType === "ServiceRequest")) && !conformsToOne(q781, v)) return false
return true
}
function o135(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.resource
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k122(v, x, 'Resource')) return false
}
return true
}
function k123(v, x, t) {
if (!o135(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const q782 = oneOf(["https://home-first.example/fhir/StructureDefinition/HomeFirstTask"])
function k124(v, x, t) {
if ((t === "Task" || (t === 'Resource' && v.resourceType === "Task")) && !conformsToOne(q782, v)) return false
return true
}
function o136(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.resource
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k124(v, x, 'Resource')) return false
}
return true
}
function k125(v, x, t) {
if (!o136(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s118(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) && isJson(v.resource) ? sliceByText(d779, v.resource.resourceType) : -1)
if (at === 0) {
n0++
if (!k120(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k121(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k123(v, x, t)) return false
continue
}
if (at === 3) {
n3++
continue
}
if (at === 4) {
n4++
if (!k125(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1 || n1 > 1) return false
return true
}
function o131(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.id
const x = o._id, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.type
const x = o._type, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k117(v, x, "code")) return false
}
{
const v = o.timestamp
const x = o._timestamp, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!o132(v[i])) return false
if (!s118(v, x, n, "Bundle.entry")) return false
}
return true
}
const i240 = (() => {
let memo;
function f4(env, value) { const a1 = value?.entry; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { return v3; } } }
function f17(v9, x10, env, value) { const l11 = []; { const a12 = env.resource?.entry; if (Array.isArray(a12)) for (let i13 = 0; i13 < a12.length; i13++) { const v14 = a12[i13]; if (v14 != null) { const v15 = v14?.fullUrl; const x16 = v14?._fullUrl; if (v15 != null || x16 != null) { if (v15 != null) l11.push(v15); } } } } return l11 }
function f18(env, value) { const v5 = f4(env, value)?.resource; if (v5 != null) { if ($.isResource(v5, "MessageHeader", env)) { const a6 = v5?.focus; if (Array.isArray(a6)) for (let i7 = 0; i7 < a6.length; i7++) { const v8 = a6[i7]; if (v8 != null) { const v9 = v8?.reference; const x10 = v8?._reference; if (v9 != null || x10 != null) { if (!(($.startsWith(v9, "urn:uuid:") === false || $.isAmong(v9, (memo[0] ??= $.textsOf(f17(v9, x10, env, value)))) === true))) return false; } } } } } return true }
return (value, extra, env) => { const outer = memo; memo = []; try { return f18(env, value) } catch (thrown) { $.failed(env, thrown, "entry.first().resource.ofType(MessageHeader).focus.reference.all($this.startsWith('urn:uuid:').not() or ($this in %resource.entry.fullUrl))"); return false } finally { memo = outer } }
})()
const i241 = (() => {
function f4(env, value) { const a1 = value?.entry; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { return v3; } } }
function f7(env, value) { const v6 = f4(env, value)?.resource; if (v6 != null) { if ($.isResource(v6, "MessageHeader", env)) { if ($.startsWith(v6?.definition, "https://home-first.example/fhir/MessageDefinition/home-first-council-to-provider") === true) { return true; } } } return false }
function f16(env, value) { const a12 = value?.entry; if (Array.isArray(a12)) for (let i13 = 0; i13 < a12.length; i13++) { const v14 = a12[i13]; if (v14 != null) { const v15 = v14?.resource; if (v15 != null) { if ((($.isResource(v15, "Encounter", env) || $.isResource(v15, "Observation", env)) || $.isResource(v15, "QuestionnaireResponse", env))) { return true; } } } } return false }
return (value, extra, env) => { try { return (!f7(env, value) || (!f16(env, value))) } catch (thrown) { $.failed(env, thrown, "entry.first().resource.ofType(MessageHeader).where(definition.startsWith('https://home-first.example/fhir/MessageDefinition/home-first-council-to-provider')).exists() implies entry.resource.where($this is Encounter or $this is Observation or $this is QuestionnaireResponse).empty()"); return false } }
})()
function k126(v, x, t) {
if (!o131(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i240(v, x, c)) return false
if (!i241(v, x, c)) return false
return true
}
const c783 = {"variants":[["eventCoding","Coding"],["eventUri","uri"]]}
const c784 = {"key":"eventCoding","extra":"_eventCoding","type":"Coding"}
const v785 = valueSet("https://home-first.example/fhir/ValueSet/message-event")
function k127(v, x, t) {
if (isMember(v785, v, t) === false) return false
return true
}
function o138(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function o137(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.eventCoding !== undefined ? c784 : choiceOf(o, c783, "event")
if (h !== undefined && h.key !== "eventCoding") return false
if (h !== undefined && !k127(o[h.key], o[h.extra], h.type)) return false
}
{
const v = o.reason
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o138(v)) return false
}
return true
}
const i242 = (() => {
function f5(env, value) { const a1 = value?.destination; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.receiver; if (v4 != null) { return true; } } } return false }
return (value, extra, env) => { try { return ((value?.response != null) || f5(env, value)) } catch (thrown) { $.failed(env, thrown, "response.exists() or destination.receiver.exists()"); return false } }
})()
function k128(v, x, t) {
if (!o137(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i242(v, x, c)) return false
return true
}
function s129(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o140(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s129(v, x, n, "Extension")) return false
}
return true
}
function o141(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const p786 = (v) => isJson(v) && v.code === "problem-list-item" && v.system === "http://terminology.hl7.org/CodeSystem/condition-category"
const p787 = (v) => p786(v)
const p788 = (v) => isJson(v) && v.code === "need" && v.system === "https://home-first.example/fhir/CodeSystem/plan-statement"
const p789 = (v) => p788(v)
const p790 = (v) => Array.isArray(v) && has(v, p787) && has(v, p789)
const p791 = (v) => isJson(v) && p790(v.coding)
function k131(v, x, t) {
if (!(p791(v))) return false
return true
}
const m792 = (v, t) => (v !== undefined && v !== null && p791(v))
function s130(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m792(v, t)) {
n0++
if (!k131(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1) return false
return true
}
function o139(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o140(v)) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o141(v[i])) return false
}
{
const v = o.category
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (!s130(v, x, n, "CodeableConcept")) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q671)) return false
}
return true
}
function k132(v, x, t) {
if (!o139(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s133(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o143(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s133(v, x, n, "Extension")) return false
}
return true
}
function s134(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d670, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
}
if (n0 > 1) return false
return true
}
function o144(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const q793 = aimOf({"plain":["CarePlan"],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstReferral"]})
const i243 = (value, extra, env) => { try { return (value === "https://home-first.example/fhir/Questionnaire/HomeFirstReferralForm" || $.startsWith(value, "https://home-first.example/fhir/Questionnaire/HomeFirstReferralForm|") === true) } catch (thrown) { $.failed(env, thrown, "$this = 'https://home-first.example/fhir/Questionnaire/HomeFirstReferralForm' or $this.startsWith('https://home-first.example/fhir/Questionnaire/HomeFirstReferralForm|')"); return false } }
function k135(v, x, t) {
if (!i243(v, x, c)) return false
return true
}
const m794 = (v) => isJson(v) && ((v.url !== undefined && v.url !== null && v.url === "https://home-first.example/fhir/StructureDefinition/record-entry"))
const m795 = (v, t) => m794(v)
function s136(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m795(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o146(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.item
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o145(v[i])) return false
}
return true
}
function o145(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s136(v, x, n, "Extension")) return false
}
{
const v = o.answer
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o146(v[i])) return false
}
{
const v = o.item
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o145(v[i])) return false
}
return true
}
function o142(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o143(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s134(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o144(v)) return false
}
{
const v = o.basedOn
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q793)) return false
}
{
const v = o.questionnaire
const x = o._questionnaire, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !k135(v, x, "canonical")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const v = o.encounter
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q748)) return false
}
{
const v = o.authored
const x = o._authored, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.author
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.item
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!o145(v[i])) return false
}
return true
}
const i244 = (() => {
function f22(env, value) { const a10 = value?.item; if (Array.isArray(a10)) for (let i11 = 0; i11 < a10.length; i11++) { const v12 = a10[i11]; if (v12 != null) { if (v12?.linkId === "person") { const a13 = v12?.item; if (Array.isArray(a13)) for (let i14 = 0; i14 < a13.length; i14++) { const v15 = a13[i14]; if (v15 != null) { if (v15?.linkId === "person.name") { const a16 = v15?.item; if (Array.isArray(a16)) for (let i17 = 0; i17 < a16.length; i17++) { const v18 = a16[i17]; if (v18 != null) { const a19 = v18?.answer; if (Array.isArray(a19)) for (let i20 = 0; i20 < a19.length; i20++) { const v21 = a19[i20]; if (v21 != null) { return true; } } } } } } } } } } return false }
function f41(env, value) { const a32 = value?.item; if (Array.isArray(a32)) for (let i33 = 0; i33 < a32.length; i33++) { const v34 = a32[i33]; if (v34 != null) { if (v34?.linkId === "person") { const a35 = v34?.item; if (Array.isArray(a35)) for (let i36 = 0; i36 < a35.length; i36++) { const v37 = a35[i36]; if (v37 != null) { if (v37?.linkId === "person.date-of-birth") { const a38 = v37?.answer; if (Array.isArray(a38)) for (let i39 = 0; i39 < a38.length; i39++) { const v40 = a38[i39]; if (v40 != null) { return true; } } } } } } } } return false }
function f63(env, value) { const a51 = value?.item; if (Array.isArray(a51)) for (let i52 = 0; i52 < a51.length; i52++) { const v53 = a51[i52]; if (v53 != null) { if (v53?.linkId === "person") { const a54 = v53?.item; if (Array.isArray(a54)) for (let i55 = 0; i55 < a54.length; i55++) { const v56 = a54[i55]; if (v56 != null) { if (v56?.linkId === "person.address") { const a57 = v56?.item; if (Array.isArray(a57)) for (let i58 = 0; i58 < a57.length; i58++) { const v59 = a57[i58]; if (v59 != null) { const a60 = v59?.answer; if (Array.isArray(a60)) for (let i61 = 0; i61 < a60.length; i61++) { const v62 = a60[i61]; if (v62 != null) { return true; } } } } } } } } } } return false }
return (value, extra, env) => { try { return (((value?.status != null && value?.status !== "completed") && (value?.status != null && value?.status !== "amended")) || ((f22(env, value) && f41(env, value)) && f63(env, value))) } catch (thrown) { $.failed(env, thrown, "(status = 'completed' or status = 'amended') implies (item.where(linkId = 'person').item.where(linkId = 'person.name').item.answer.exists() and item.where(linkId = 'person').item.where(linkId = 'person.date-of-birth').answer.exists() and item.where(linkId = 'person').item.where(linkId = 'person.address').item.answer.exists())"); return false } }
})()
const i245 = (() => {
function f19(env, value) { const a10 = value?.item; if (Array.isArray(a10)) for (let i11 = 0; i11 < a10.length; i11++) { const v12 = a10[i11]; if (v12 != null) { if (v12?.linkId === "gp") { const a13 = v12?.item; if (Array.isArray(a13)) for (let i14 = 0; i14 < a13.length; i14++) { const v15 = a13[i14]; if (v15 != null) { if (v15?.linkId === "gp.identifier") { const a16 = v15?.answer; if (Array.isArray(a16)) for (let i17 = 0; i17 < a16.length; i17++) { const v18 = a16[i17]; if (v18 != null) { return true; } } } } } } } } return false }
return (value, extra, env) => { try { return (((value?.status != null && value?.status !== "completed") && (value?.status != null && value?.status !== "amended")) || f19(env, value)) } catch (thrown) { $.failed(env, thrown, "(status = 'completed' or status = 'amended') implies item.where(linkId = 'gp').item.where(linkId = 'gp.identifier').answer.exists()"); return false } }
})()
const i246 = (() => {
function f19(env, value) { const a10 = value?.item; if (Array.isArray(a10)) for (let i11 = 0; i11 < a10.length; i11++) { const v12 = a10[i11]; if (v12 != null) { if (v12?.linkId === "local-authority") { const a13 = v12?.item; if (Array.isArray(a13)) for (let i14 = 0; i14 < a13.length; i14++) { const v15 = a13[i14]; if (v15 != null) { if (v15?.linkId === "local-authority.name") { const a16 = v15?.answer; if (Array.isArray(a16)) for (let i17 = 0; i17 < a16.length; i17++) { const v18 = a16[i17]; if (v18 != null) { return true; } } } } } } } } return false }
function f38(env, value) { const a29 = value?.item; if (Array.isArray(a29)) for (let i30 = 0; i30 < a29.length; i30++) { const v31 = a29[i30]; if (v31 != null) { if (v31?.linkId === "local-authority") { const a32 = v31?.item; if (Array.isArray(a32)) for (let i33 = 0; i33 < a32.length; i33++) { const v34 = a32[i33]; if (v34 != null) { if (v34?.linkId === "local-authority.contact-name") { const a35 = v34?.answer; if (Array.isArray(a35)) for (let i36 = 0; i36 < a35.length; i36++) { const v37 = a35[i36]; if (v37 != null) { return true; } } } } } } } } return false }
function f57(env, value) { const a48 = value?.item; if (Array.isArray(a48)) for (let i49 = 0; i49 < a48.length; i49++) { const v50 = a48[i49]; if (v50 != null) { if (v50?.linkId === "local-authority") { const a51 = v50?.item; if (Array.isArray(a51)) for (let i52 = 0; i52 < a51.length; i52++) { const v53 = a51[i52]; if (v53 != null) { if (v53?.linkId === "local-authority.contact-details") { const a54 = v53?.answer; if (Array.isArray(a54)) for (let i55 = 0; i55 < a54.length; i55++) { const v56 = a54[i55]; if (v56 != null) { return true; } } } } } } } } return false }
return (value, extra, env) => { try { return (((value?.status != null && value?.status !== "completed") && (value?.status != null && value?.status !== "amended")) || ((f19(env, value) && f38(env, value)) && f57(env, value))) } catch (thrown) { $.failed(env, thrown, "(status = 'completed' or status = 'amended') implies (item.where(linkId = 'local-authority').item.where(linkId = 'local-authority.name').answer.exists() and item.where(linkId = 'local-authority').item.where(linkId = 'local-authority.contact-name').answer.exists() and item.where(linkId = 'local-authority').item.where(linkId = 'local-authority.contact-details').answer.exists())"); return false } }
})()
const i247 = (() => {
function f31(env, value) { const a19 = value?.item; if (Array.isArray(a19)) for (let i20 = 0; i20 < a19.length; i20++) { const v21 = a19[i20]; if (v21 != null) { if (v21?.linkId === "referral") { const a22 = v21?.item; if (Array.isArray(a22)) for (let i23 = 0; i23 < a22.length; i23++) { const v24 = a22[i23]; if (v24 != null) { if (v24?.linkId === "referral.referrer") { const a25 = v24?.item; if (Array.isArray(a25)) for (let i26 = 0; i26 < a25.length; i26++) { const v27 = a25[i26]; if (v27 != null) { if (v27?.linkId === "referral.referrer.contact-details") { const a28 = v27?.answer; if (Array.isArray(a28)) for (let i29 = 0; i29 < a28.length; i29++) { const v30 = a28[i29]; if (v30 != null) { return true; } } } } } } } } } } } return false }
return (value, extra, env) => { try { return (((value?.status != null && value?.status !== "completed") && (value?.status != null && value?.status !== "amended")) || f31(env, value)) } catch (thrown) { $.failed(env, thrown, "(status = 'completed' or status = 'amended') implies item.where(linkId = 'referral').item.where(linkId = 'referral.referrer').item.where(linkId = 'referral.referrer.contact-details').answer.exists()"); return false } }
})()
const i248 = (() => {
function f19(env, value) { const a10 = value?.item; if (Array.isArray(a10)) for (let i11 = 0; i11 < a10.length; i11++) { const v12 = a10[i11]; if (v12 != null) { if (v12?.linkId === "care-needs") { const a13 = v12?.item; if (Array.isArray(a13)) for (let i14 = 0; i14 < a13.length; i14++) { const v15 = a13[i14]; if (v15 != null) { if (v15?.linkId === "care-needs.statement") { const a16 = v15?.answer; if (Array.isArray(a16)) for (let i17 = 0; i17 < a16.length; i17++) { const v18 = a16[i17]; if (v18 != null) { return true; } } } } } } } } return false }
return (value, extra, env) => { try { return (((value?.status != null && value?.status !== "completed") && (value?.status != null && value?.status !== "amended")) || f19(env, value)) } catch (thrown) { $.failed(env, thrown, "(status = 'completed' or status = 'amended') implies item.where(linkId = 'care-needs').item.where(linkId = 'care-needs.statement').answer.exists()"); return false } }
})()
const i249 = (() => {
function f7(env, value) { const a4 = value?.item; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if (v6?.linkId === "allergies") { return true; } } } return false }
function f23(v13, env, value) { const a17 = v13?.item; if (Array.isArray(a17)) for (let i18 = 0; i18 < a17.length; i18++) { const v19 = a17[i18]; if (v19 != null) { if (v19?.linkId === "allergies.causative-agent") { const a20 = v19?.answer; if (Array.isArray(a20)) for (let i21 = 0; i21 < a20.length; i21++) { const v22 = a20[i21]; if (v22 != null) { return true; } } } } } return false }
function f24(env, value) { const a11 = value?.item; if (Array.isArray(a11)) for (let i12 = 0; i12 < a11.length; i12++) { const v13 = a11[i12]; if (v13 != null) { if (v13?.linkId === "allergies") { if (!(f23(v13, env, value))) return false; } } } return true }
return (value, extra, env) => { try { return (((value?.status != null && value?.status !== "completed") && (value?.status != null && value?.status !== "amended")) || (f7(env, value) && f24(env, value))) } catch (thrown) { $.failed(env, thrown, "(status = 'completed' or status = 'amended') implies (item.where(linkId = 'allergies').exists() and item.where(linkId = 'allergies').all(item.where(linkId = 'allergies.causative-agent').answer.exists()))"); return false } }
})()
const i250 = (() => {
function f25(v6, env, value) { const a16 = v6?.item; if (Array.isArray(a16)) for (let i17 = 0; i17 < a16.length; i17++) { const v18 = a16[i17]; if (v18 != null) { if (v18?.linkId === "discharge.informed") { const a19 = v18?.item; if (Array.isArray(a19)) for (let i20 = 0; i20 < a19.length; i20++) { const v21 = a19[i20]; if (v21 != null) { if (v21?.linkId === "discharge.informed.person") { const a22 = v21?.answer; if (Array.isArray(a22)) for (let i23 = 0; i23 < a22.length; i23++) { const v24 = a22[i23]; if (v24 != null) { return true; } } } } } } } } return false }
function f44(v6, env, value) { const a35 = v6?.item; if (Array.isArray(a35)) for (let i36 = 0; i36 < a35.length; i36++) { const v37 = a35[i36]; if (v37 != null) { if (v37?.linkId === "discharge.informed") { const a38 = v37?.item; if (Array.isArray(a38)) for (let i39 = 0; i39 < a38.length; i39++) { const v40 = a38[i39]; if (v40 != null) { if (v40?.linkId === "discharge.informed.carer") { const a41 = v40?.answer; if (Array.isArray(a41)) for (let i42 = 0; i42 < a41.length; i42++) { const v43 = a41[i42]; if (v43 != null) { return true; } } } } } } } } return false }
function f45(env, value) { const a4 = value?.item; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if (v6?.linkId === "discharge") { if (!((f25(v6, env, value) && f44(v6, env, value)))) return false; } } } return true }
return (value, extra, env) => { try { return (((value?.status != null && value?.status !== "completed") && (value?.status != null && value?.status !== "amended")) || f45(env, value)) } catch (thrown) { $.failed(env, thrown, "(status = 'completed' or status = 'amended') implies item.where(linkId = 'discharge').all(item.where(linkId = 'discharge.informed').item.where(linkId = 'discharge.informed.person').answer.exists() and item.where(linkId = 'discharge.informed').item.where(linkId = 'discharge.informed.carer').answer.exists())"); return false } }
})()
const i251 = (() => {
const k70 = new Map([["valueBoolean", "boolean"], ["valueDecimal", "decimal"], ["valueInteger", "integer"], ["valueDate", "date"], ["valueDateTime", "dateTime"], ["valueTime", "time"], ["valueString", "string"], ["valueUri", "uri"], ["valueAttachment", "Attachment"], ["valueCoding", "Coding"], ["valueQuantity", "Quantity"], ["valueReference", "Reference"]]);
function f38(env, value) { const l28 = []; const a29 = value?.item; if (Array.isArray(a29)) for (let i30 = 0; i30 < a29.length; i30++) { const v31 = a29[i30]; if (v31 != null) { if (v31?.linkId === "discharge") { const a32 = v31?.item; if (Array.isArray(a32)) for (let i33 = 0; i33 < a32.length; i33++) { const v34 = a32[i33]; if (v34 != null) { if (v34?.linkId === "discharge.informed") { const a35 = v34?.item; if (Array.isArray(a35)) for (let i36 = 0; i36 < a35.length; i36++) { const v37 = a35[i36]; if (v37 != null) { if (v37?.linkId === "discharge.informed.carer") { l28.push($.node("QuestionnaireResponse.item", v37, undefined)); } } } } } } } } } return l28 }
function f46(env, value) { const l39 = []; const a40 = value?.item; if (Array.isArray(a40)) for (let i41 = 0; i41 < a40.length; i41++) { const v42 = a40[i41]; if (v42 != null) { if (v42?.linkId === "assessment-notice") { const a43 = v42?.item; if (Array.isArray(a43)) for (let i44 = 0; i44 < a43.length; i44++) { const v45 = a43[i44]; if (v45 != null) { if (v45?.linkId === "assessment-notice.carer-consulted") { l39.push($.node("QuestionnaireResponse.item", v45, undefined)); } } } } } } return l39 }
function f73(v68, env, value) { for (const n72 of $.chosen(v68, k70)) { if (($.equals($.members([n72], "system", env), $.listed("https://fhir.nhs.uk/ADW-CarerConsultationStatus-1", undefined, "System.String")) === true && (($.equals($.members([n72], "code", env), $.listed("Y", undefined, "System.String")) === true || $.equals($.members([n72], "code", env), $.listed("N", undefined, "System.String")) === true) || $.equals($.members([n72], "code", env), $.listed("NKC", undefined, "System.String")) === true))) { return true; } } return false }
function f146(v68, env, value) { { const a110 = v68?._valueBoolean?.extension; if (Array.isArray(a110)) for (let i111 = 0; i111 < a110.length; i111++) { const v112 = a110[i111]; if (v112 != null) { if (v112?.url === "http://hl7.org/fhir/StructureDefinition/data-absent-reason") { return true; } } } } { const a113 = v68?._valueDecimal?.extension; if (Array.isArray(a113)) for (let i114 = 0; i114 < a113.length; i114++) { const v115 = a113[i114]; if (v115 != null) { if (v115?.url === "http://hl7.org/fhir/StructureDefinition/data-absent-reason") { return true; } } } } { const a116 = v68?._valueInteger?.extension; if (Array.isArray(a116)) for (let i117 = 0; i117 < a116.length; i117++) { const v118 = a116[i117]; if (v118 != null) { if (v118?.url === "http://hl7.org/fhir/StructureDefinition/data-absent-reason") { return true; } } } } { const a119 = v68?._valueDate?.extension; if (Array.isArray(a119)) for (let i120 = 0; i120 < a119.length; i120++) { const v121 = a119[i120]; if (v121 != null) { if (v121?.url === "http://hl7.org/fhir/StructureDefinition/data-absent-reason") { return true; } } } } { const a122 = v68?._valueDateTime?.extension; if (Array.isArray(a122)) for (let i123 = 0; i123 < a122.length; i123++) { const v124 = a122[i123]; if (v124 != null) { if (v124?.url === "http://hl7.org/fhir/StructureDefinition/data-absent-reason") { return true; } } } } { const a125 = v68?._valueTime?.extension; if (Array.isArray(a125)) for (let i126 = 0; i126 < a125.length; i126++) { const v127 = a125[i126]; if (v127 != null) { if (v127?.url === "http://hl7.org/fhir/StructureDefinition/data-absent-reason") { return true; } } } } { const a128 = v68?._valueString?.extension; if (Array.isArray(a128)) for (let i129 = 0; i129 < a128.length; i129++) { const v130 = a128[i129]; if (v130 != null) { if (v130?.url === "http://hl7.org/fhir/StructureDefinition/data-absent-reason") { return true; } } } } { const a131 = v68?._valueUri?.extension; if (Array.isArray(a131)) for (let i132 = 0; i132 < a131.length; i132++) { const v133 = a131[i132]; if (v133 != null) { if (v133?.url === "http://hl7.org/fhir/StructureDefinition/data-absent-reason") { return true; } } } } { const a134 = v68?.valueAttachment?.extension; if (Array.isArray(a134)) for (let i135 = 0; i135 < a134.length; i135++) { const v136 = a134[i135]; if (v136 != null) { if (v136?.url === "http://hl7.org/fhir/StructureDefinition/data-absent-reason") { return true; } } } } { const a137 = v68?.valueCoding?.extension; if (Array.isArray(a137)) for (let i138 = 0; i138 < a137.length; i138++) { const v139 = a137[i138]; if (v139 != null) { if (v139?.url === "http://hl7.org/fhir/StructureDefinition/data-absent-reason") { return true; } } } } { const a140 = v68?.valueQuantity?.extension; if (Array.isArray(a140)) for (let i141 = 0; i141 < a140.length; i141++) { const v142 = a140[i141]; if (v142 != null) { if (v142?.url === "http://hl7.org/fhir/StructureDefinition/data-absent-reason") { return true; } } } } { const a143 = v68?.valueReference?.extension; if (Array.isArray(a143)) for (let i144 = 0; i144 < a143.length; i144++) { const v145 = a143[i144]; if (v145 != null) { if (v145?.url === "http://hl7.org/fhir/StructureDefinition/data-absent-reason") { return true; } } } } return false }
function f147(env, value) { for (const n63 of $.union(f38(env, value), f46(env, value))) { const v64 = n63.value, x65 = n63.extra; const a66 = v64?.answer; if (Array.isArray(a66)) for (let i67 = 0; i67 < a66.length; i67++) { const v68 = a66[i67]; if (v68 != null) { if (!((f73(v68, env, value) || f146(v68, env, value)))) return false; } } } return true }
return (value, extra, env) => { try { return f147(env, value) } catch (thrown) { $.failed(env, thrown, "(item.where(linkId = 'discharge').item.where(linkId = 'discharge.informed').item.where(linkId = 'discharge.informed.carer') | item.where(linkId = 'assessment-notice').item.where(linkId = 'assessment-notice.carer-consulted')).answer.all(value.where(system = 'https://fhir.nhs.uk/ADW-CarerConsultationStatus-1' and (code = 'Y' or code = 'N' or code = 'NKC')).exists() or value.extension.where(url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason').exists())"); return false } }
})()
const i252 = (() => {
function f25(v15, env, value) { const a19 = v15?.item; if (Array.isArray(a19)) for (let i20 = 0; i20 < a19.length; i20++) { const v21 = a19[i20]; if (v21 != null) { if (v21?.linkId === "safeguarding.concerns.indicator") { const a22 = v21?.answer; if (Array.isArray(a22)) for (let i23 = 0; i23 < a22.length; i23++) { const v24 = a22[i23]; if (v24 != null) { return true; } } } } } return false }
function f26(env, value) { const a10 = value?.item; if (Array.isArray(a10)) for (let i11 = 0; i11 < a10.length; i11++) { const v12 = a10[i11]; if (v12 != null) { if (v12?.linkId === "safeguarding") { const a13 = v12?.item; if (Array.isArray(a13)) for (let i14 = 0; i14 < a13.length; i14++) { const v15 = a13[i14]; if (v15 != null) { if (v15?.linkId === "safeguarding.concerns") { if (!(f25(v15, env, value))) return false; } } } } } } return true }
return (value, extra, env) => { try { return (((value?.status != null && value?.status !== "completed") && (value?.status != null && value?.status !== "amended")) || f26(env, value)) } catch (thrown) { $.failed(env, thrown, "(status = 'completed' or status = 'amended') implies item.where(linkId = 'safeguarding').item.where(linkId = 'safeguarding.concerns').all(item.where(linkId = 'safeguarding.concerns.indicator').answer.exists())"); return false } }
})()
const i253 = (() => {
function f16(v6, env, value) { const a10 = v6?.item; if (Array.isArray(a10)) for (let i11 = 0; i11 < a10.length; i11++) { const v12 = a10[i11]; if (v12 != null) { if (v12?.linkId === "professional-contacts.contact-details") { const a13 = v12?.answer; if (Array.isArray(a13)) for (let i14 = 0; i14 < a13.length; i14++) { const v15 = a13[i14]; if (v15 != null) { return true; } } } } } return false }
function f17(env, value) { const a4 = value?.item; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if (v6?.linkId === "professional-contacts") { if (!(f16(v6, env, value))) return false; } } } return true }
function f33(v23, env, value) { const a27 = v23?.item; if (Array.isArray(a27)) for (let i28 = 0; i28 < a27.length; i28++) { const v29 = a27[i28]; if (v29 != null) { if (v29?.linkId === "personal-contacts.name") { const a30 = v29?.answer; if (Array.isArray(a30)) for (let i31 = 0; i31 < a30.length; i31++) { const v32 = a30[i31]; if (v32 != null) { return true; } } } } } return false }
function f43(v23, env, value) { const a37 = v23?.item; if (Array.isArray(a37)) for (let i38 = 0; i38 < a37.length; i38++) { const v39 = a37[i38]; if (v39 != null) { if (v39?.linkId === "personal-contacts.contact-details") { const a40 = v39?.answer; if (Array.isArray(a40)) for (let i41 = 0; i41 < a40.length; i41++) { const v42 = a40[i41]; if (v42 != null) { return true; } } } } } return false }
function f44(env, value) { const a21 = value?.item; if (Array.isArray(a21)) for (let i22 = 0; i22 < a21.length; i22++) { const v23 = a21[i22]; if (v23 != null) { if (v23?.linkId === "personal-contacts") { if (!((f33(v23, env, value) && f43(v23, env, value)))) return false; } } } return true }
return (value, extra, env) => { try { return (((value?.status != null && value?.status !== "completed") && (value?.status != null && value?.status !== "amended")) || (f17(env, value) && f44(env, value))) } catch (thrown) { $.failed(env, thrown, "(status = 'completed' or status = 'amended') implies (item.where(linkId = 'professional-contacts').all(item.where(linkId = 'professional-contacts.contact-details').answer.exists()) and item.where(linkId = 'personal-contacts').all(item.where(linkId = 'personal-contacts.name').answer.exists() and item.where(linkId = 'personal-contacts.contact-details').answer.exists()))"); return false } }
})()
const i254 = (() => {
function f16(v6, env, value) { const a10 = v6?.item; if (Array.isArray(a10)) for (let i11 = 0; i11 < a10.length; i11++) { const v12 = a10[i11]; if (v12 != null) { if (v12?.linkId === "procedures.procedure") { const a13 = v12?.answer; if (Array.isArray(a13)) for (let i14 = 0; i14 < a13.length; i14++) { const v15 = a13[i14]; if (v15 != null) { return true; } } } } } return false }
function f17(env, value) { const a4 = value?.item; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if (v6?.linkId === "procedures") { if (!(f16(v6, env, value))) return false; } } } return true }
function f54(v44, env, value) { const a48 = v44?.item; if (Array.isArray(a48)) for (let i49 = 0; i49 < a48.length; i49++) { const v50 = a48[i49]; if (v50 != null) { if (v50?.linkId === "medications.entry.item.name") { const a51 = v50?.answer; if (Array.isArray(a51)) for (let i52 = 0; i52 < a51.length; i52++) { const v53 = a51[i52]; if (v53 != null) { return true; } } } } } return false }
function f55(env, value) { const a36 = value?.item; if (Array.isArray(a36)) for (let i37 = 0; i37 < a36.length; i37++) { const v38 = a36[i37]; if (v38 != null) { if (v38?.linkId === "medications") { const a39 = v38?.item; if (Array.isArray(a39)) for (let i40 = 0; i40 < a39.length; i40++) { const v41 = a39[i40]; if (v41 != null) { if (v41?.linkId === "medications.entry") { const a42 = v41?.item; if (Array.isArray(a42)) for (let i43 = 0; i43 < a42.length; i43++) { const v44 = a42[i43]; if (v44 != null) { if (v44?.linkId === "medications.entry.item") { if (!(f54(v44, env, value))) return false; } } } } } } } } } return true }
function f92(v82, env, value) { const a86 = v82?.item; if (Array.isArray(a86)) for (let i87 = 0; i87 < a86.length; i87++) { const v88 = a86[i87]; if (v88 != null) { if (v88?.linkId === "medications.entry.device.statement") { const a89 = v88?.answer; if (Array.isArray(a89)) for (let i90 = 0; i90 < a89.length; i90++) { const v91 = a89[i90]; if (v91 != null) { return true; } } } } } return false }
function f93(env, value) { const a74 = value?.item; if (Array.isArray(a74)) for (let i75 = 0; i75 < a74.length; i75++) { const v76 = a74[i75]; if (v76 != null) { if (v76?.linkId === "medications") { const a77 = v76?.item; if (Array.isArray(a77)) for (let i78 = 0; i78 < a77.length; i78++) { const v79 = a77[i78]; if (v79 != null) { if (v79?.linkId === "medications.entry") { const a80 = v79?.item; if (Array.isArray(a80)) for (let i81 = 0; i81 < a80.length; i81++) { const v82 = a80[i81]; if (v82 != null) { if (v82?.linkId === "medications.entry.device") { if (!(f92(v82, env, value))) return false; } } } } } } } } } return true }
return (value, extra, env) => { try { return (((value?.status != null && value?.status !== "completed") && (value?.status != null && value?.status !== "amended")) || ((f17(env, value) && f55(env, value)) && f93(env, value))) } catch (thrown) { $.failed(env, thrown, "(status = 'completed' or status = 'amended') implies (item.where(linkId = 'procedures').all(item.where(linkId = 'procedures.procedure').answer.exists()) and item.where(linkId = 'medications').item.where(linkId = 'medications.entry').item.where(linkId = 'medications.entry.item').all(item.where(linkId = 'medications.entry.item.name').answer.exists()) and item.where(linkId = 'medications').item.where(linkId = 'medications.entry').item.where(linkId = 'medications.entry.device').all(item.where(linkId = 'medications.entry.device.statement').answer.exists()))"); return false } }
})()
const i255 = (() => {
function f16(v6, env, value) { const a10 = v6?.item; if (Array.isArray(a10)) for (let i11 = 0; i11 < a10.length; i11++) { const v12 = a10[i11]; if (v12 != null) { if (v12?.linkId === "alerts.alert") { const a13 = v12?.answer; if (Array.isArray(a13)) for (let i14 = 0; i14 < a13.length; i14++) { const v15 = a13[i14]; if (v15 != null) { return true; } } } } } return false }
function f17(env, value) { const a4 = value?.item; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if (v6?.linkId === "alerts") { if (!(f16(v6, env, value))) return false; } } } return true }
return (value, extra, env) => { try { return (((value?.status != null && value?.status !== "completed") && (value?.status != null && value?.status !== "amended")) || f17(env, value)) } catch (thrown) { $.failed(env, thrown, "(status = 'completed' or status = 'amended') implies item.where(linkId = 'alerts').all(item.where(linkId = 'alerts.alert').answer.exists())"); return false } }
})()
function k137(v, x, t) {
if (!o142(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i244(v, x, c)) return false
if (!i245(v, x, c)) return false
if (!i246(v, x, c)) return false
if (!i247(v, x, c)) return false
if (!i248(v, x, c)) return false
if (!i249(v, x, c)) return false
if (!i250(v, x, c)) return false
if (!i251(v, x, c)) return false
if (!i252(v, x, c)) return false
if (!i253(v, x, c)) return false
if (!i254(v, x, c)) return false
if (!i255(v, x, c)) return false
return true
}
const v796 = valueSet("https://home-first.example/fhir/ValueSet/notice")
function k138(v, x, t) {
if (isMember(v796, v, t) === false) return false
return true
}
const q797 = aimOf({"types":["Organization"],"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstOrganization"]})
const c798 = {"variants":[["contentString","string"],["contentAttachment","Attachment"],["contentReference","Reference"]]}
const c799 = {"key":"contentString","extra":"_contentString","type":"string"}
function o148(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.contentString !== undefined ? c799 : choiceOf(o, c798, "content")
if (h !== undefined && h.key !== "contentString") return false
}
return true
}
function o147(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.category
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (n > 1) return false
for (let i = 0; i < n; i++) if (!k138(v[i], undefined, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const v = o.about
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
{
const v = o.sent
const x = o._sent, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.recipient
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (n > 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q797)) return false
}
{
const v = o.sender
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q797)) return false
}
{
const v = o.payload
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!o148(v[i])) return false
}
return true
}
function k139(v, x, t) {
if (!o147(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const d800 = slicesByText([["https://home-first.example/fhir/StructureDefinition/organization-validity","",0],["https://home-first.example/fhir/StructureDefinition/organization-successor","",1],["https://home-first.example/fhir/StructureDefinition/organization-member","",2]])
function s140(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d800, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
}
if (n0 > 1) return false
return true
}
function o150(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const d801 = slicesByText([["https://fhir.nhs.uk/Id/ods-organization-code","",0],["https://fhir.nhs.uk/Id/ods-site-code","",1],["https://home-first.example/fhir/Id/gss-code","",2],["https://home-first.example/fhir/Id/cqc-provider","",3],["https://home-first.example/fhir/Id/cqc-location","",4]])
function s141(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d801, v.system) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
if (at === 4) {
n4++
continue
}
}
if (n0 > 1 || n1 > 1) return false
return true
}
function o151(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.coding
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
return true
}
function k142(v, x, t) {
if (!o151(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o149(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s140(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o150(v[i])) return false
if (n > 0 && !s141(v, x, n, "Identifier")) return false
}
{
const v = o.type
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!k142(v[i], undefined, "CodeableConcept")) return false
}
{
const v = o.name
const x = o._name, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.partOf
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q703)) return false
}
return true
}
function k143(v, x, t) {
if (!o149(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s144(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o153(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s144(v, x, n, "Extension")) return false
}
return true
}
function o154(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const q802 = aimOf({"types":["CarePlan"],"plain":["CarePlan"],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstCarePlan"]})
const p803 = (v) => isJson(v) && v.code === "outcome" && v.system === "https://home-first.example/fhir/CodeSystem/plan-statement"
const p804 = (v) => p803(v)
const p805 = (v) => Array.isArray(v) && has(v, p804)
const p806 = (v) => isJson(v) && p805(v.coding)
function k145(v, x, t) {
if (!(p806(v))) return false
return true
}
const q807 = aimOf({"types":["Goal"],"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstGoal"]})
function o155(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.low
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.high
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
function o156(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o155(v[i])) return false
}
return true
}
function o152(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o153(v)) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o154(v[i])) return false
}
{
const v = o.basedOn
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q802)) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k145(v, x, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const v = o.focus
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q807)) return false
}
{
const h = choiceOf(o, c686, "effective")
if (h === undefined) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : o.valueString !== undefined ? c689 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept" && h.key !== "valueString") return false
}
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o155(v[i])) return false
}
{
const v = o.component
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o156(v[i])) return false
}
return true
}
function k146(v, x, t) {
if (!o152(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s147(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o158(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s147(v, x, n, "Extension")) return false
}
return true
}
function s148(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d710, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
}
if (n0 < 1 || n2 > 1 || n3 > 1) return false
return true
}
function o159(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const p808 = (v) => isJson(v) && v.code === "pathway" && v.system === "https://home-first.example/fhir/CodeSystem/decision"
const p809 = (v) => p808(v)
const p810 = (v) => Array.isArray(v) && has(v, p809)
const p811 = (v) => isJson(v) && p810(v.coding)
function o160(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.coding
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
return true
}
function k149(v, x, t) {
if (!(p811(v))) return false
if (!o160(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const v812 = valueSet("https://home-first.example/fhir/ValueSet/pathway")
function k150(v, x, t) {
if (isMember(v812, v, t) === false) return false
return true
}
function o161(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.low
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.high
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
function o162(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o161(v[i])) return false
}
return true
}
function o163(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k152(v, x, t) {
if (!o163(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const p813 = (v) => isJson(v) && v.code === "destination" && v.system === "https://home-first.example/fhir/CodeSystem/task-output"
const p814 = (v) => p813(v)
const p815 = (v) => Array.isArray(v) && has(v, p814)
const p816 = (v) => isJson(v) && p815(v.coding)
const m817 = (v) => isJson(v) && ((v.code !== undefined && v.code !== null && p816(v.code)))
const m818 = (v, t) => m817(v)
function s151(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m818(v, t)) {
n0++
if (!k152(v, x, t)) return false
continue
}
}
if (n0 > 1) return false
return true
}
function o157(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o158(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (!s148(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o159(v[i])) return false
}
{
const v = o.basedOn
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q681)) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k149(v, x, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const h = choiceOf(o, c686, "effective")
if (h === undefined) return false
}
{
const v = o.performer
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q687)) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
if (h !== undefined && !k150(o[h.key], o[h.extra], h.type)) return false
}
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o161(v[i])) return false
}
{
const v = o.component
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o162(v[i])) return false
if (n > 0 && !s151(v, x, n, "Observation.component")) return false
}
return true
}
function k153(v, x, t) {
if (!o157(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s154(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o165(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s154(v, x, n, "Extension")) return false
}
return true
}
function o166(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const q819 = oneOf(["https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus"])
const c820 = {"variants":[["valueBase64Binary","base64Binary"],["valueBoolean","boolean"],["valueCanonical","canonical"],["valueCode","code"],["valueDate","date"],["valueDateTime","dateTime"],["valueDecimal","decimal"],["valueId","id"],["valueInstant","instant"],["valueInteger","integer"],["valueMarkdown","markdown"],["valueOid","oid"],["valuePositiveInt","positiveInt"],["valueString","string"],["valueTime","time"],["valueUnsignedInt","unsignedInt"],["valueUri","uri"],["valueUrl","url"],["valueUuid","uuid"],["valueAddress","Address"],["valueAge","Age"],["valueAnnotation","Annotation"],["valueAttachment","Attachment"],["valueCodeableConcept","CodeableConcept"],["valueCoding","Coding"],["valueContactPoint","ContactPoint"],["valueCount","Count"],["valueDistance","Distance"],["valueDuration","Duration"],["valueHumanName","HumanName"],["valueIdentifier","Identifier"],["valueMoney","Money"],["valuePeriod","Period"],["valueQuantity","Quantity"],["valueRange","Range"],["valueRatio","Ratio"],["valueReference","Reference"],["valueSampledData","SampledData"],["valueSignature","Signature"],["valueTiming","Timing"],["valueContactDetail","ContactDetail"],["valueContributor","Contributor"],["valueDataRequirement","DataRequirement"],["valueExpression","Expression"],["valueParameterDefinition","ParameterDefinition"],["valueRelatedArtifact","RelatedArtifact"],["valueTriggerDefinition","TriggerDefinition"],["valueUsageContext","UsageContext"],["valueDosage","Dosage"],["valueMeta","Meta"]]}
const v821 = valueSet("https://home-first.example/fhir/ValueSet/nhs-number-verification-status")
function k157(v, x, t) {
if (isMember(v821, v, t) === false) return false
return true
}
function o168(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
if (h !== undefined && !k157(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k158(v, x, t) {
if ((t === "Extension" || (t === 'Resource' && v.resourceType === "Extension")) && !conformsToOne(q819, v)) return false
if (!o168(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const m822 = (v) => isJson(v) && ((v.url !== undefined && v.url !== null && v.url === "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus"))
const m823 = (v, t) => m822(v)
function s156(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m823(v, t)) {
n0++
if (!k158(v, x, t)) return false
continue
}
}
if (n0 > 1) return false
return true
}
const i256 = native["$this.matches('^[0-9]{10}$') and (substring(0,1).toInteger() * 10 + substring(1,1).toInteger() * 9 + substring(2,1).toInteger() * 8 + substring(3,1).toInteger() * 7 + substring(4,1).toInteger() * 6 + substring(5,1).toInteger() * 5 + substring(6,1).toInteger() * 4 + substring(7,1).toInteger() * 3 + substring(8,1).toInteger() * 2 + substring(9,1).toInteger()) mod 11 = 0"]
function k159(v, x, t) {
if (!i256(v, x, c)) return false
return true
}
function o167(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s156(v, x, n, "Extension")) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !k159(v, x, "string")) return false
}
return true
}
function k160(v, x, t) {
if (!o167(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const m824 = (v) => isJson(v) && ((v.system !== undefined && v.system !== null && v.system === "https://fhir.nhs.uk/Id/nhs-number"))
const m825 = (v, t) => m824(v)
function s155(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m825(v, t)) {
n0++
if (!k160(v, x, t)) return false
continue
}
}
if (n0 > 1) return false
return true
}
function o164(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o165(v)) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!o166(v[i])) return false
if (n > 0 && !s155(v, x, n, "Identifier")) return false
}
{
const v = o.managingOrganization
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q703)) return false
}
return true
}
function k161(v, x, t) {
if (!o164(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o170(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const m826 = (v) => isJson(v) && ((v.url !== undefined && v.url !== null && v.url === "https://home-first.example/fhir/StructureDefinition/link-evidence"))
const m827 = (v, t) => m826(v)
function s162(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m827(v, t)) {
n0++
continue
}
}
if (n0 < 1 || n0 > 1) return false
return true
}
function o171(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (!s162(v, x, n, "Extension")) return false
}
{
const v = o.target
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const v = o.assurance
const x = o._assurance, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
function o169(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o170(v[i])) return false
}
{
const v = o.active
const x = o._active, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.link
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o171(v[i])) return false
}
return true
}
function k163(v, x, t) {
if (!o169(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const d828 = slicesByText([["https://home-first.example/fhir/StructureDefinition/acting-team","",0],["https://home-first.example/fhir/StructureDefinition/on-behalf-of","",1]])
function s164(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d828, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
}
if (n0 > 1 || n1 > 1) return false
return true
}
function o172(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s164(v, x, n, "Extension")) return false
}
{
const v = o.organization
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q703)) return false
}
return true
}
function k165(v, x, t) {
if (!o172(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s166(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o174(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s166(v, x, n, "Extension")) return false
}
return true
}
function s167(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d710, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
}
if (n2 > 1 || n3 > 1) return false
return true
}
function o175(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const p829 = (v) => isJson(v) && v.code === "provider-acceptance" && v.system === "https://home-first.example/fhir/CodeSystem/decision"
const p830 = (v) => p829(v)
const p831 = (v) => Array.isArray(v) && has(v, p830)
const p832 = (v) => isJson(v) && p831(v.coding)
function o176(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.coding
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
return true
}
function k168(v, x, t) {
if (!(p832(v))) return false
if (!o176(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const v833 = valueSet("https://home-first.example/fhir/ValueSet/provider-acceptance")
function k169(v, x, t) {
if (isMember(v833, v, t) === false) return false
return true
}
function o177(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.low
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.high
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
function o178(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o177(v[i])) return false
}
return true
}
const d834 = slicesByCode([["planned-start","https://home-first.example/fhir/CodeSystem/task-output",0],["hours-per-week","https://home-first.example/fhir/CodeSystem/decision",1]])
function o179(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueDateTime !== undefined ? c721 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueDateTime") return false
}
return true
}
function k171(v, x, t) {
if (!o179(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const c835 = {"key":"valueQuantity","extra":"_valueQuantity","type":"Quantity"}
function o180(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueQuantity !== undefined ? c835 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueQuantity") return false
}
return true
}
function k172(v, x, t) {
if (!o180(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s170(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByCode(d834, v.code) : -1)
if (at === 0) {
n0++
if (!k171(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k172(v, x, t)) return false
continue
}
}
if (n0 > 1 || n1 > 1) return false
return true
}
function o173(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o174(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s167(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o175(v[i])) return false
}
{
const v = o.basedOn
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q681)) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k168(v, x, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const h = choiceOf(o, c686, "effective")
if (h === undefined) return false
}
{
const v = o.performer
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q687)) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
if (h !== undefined && !k169(o[h.key], o[h.extra], h.type)) return false
}
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o177(v[i])) return false
}
{
const v = o.component
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o178(v[i])) return false
if (n > 0 && !s170(v, x, n, "Observation.component")) return false
}
return true
}
const i257 = (() => {
function f8(env, value) { const a5 = value?.valueCodeableConcept?.coding; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { if ((v7?.system === "https://home-first.example/fhir/CodeSystem/provider-acceptance" && ((v7?.code === "cannot-take" || v7?.code === "other-reason") || v7?.code === "withdrawn"))) { return true; } } } return false }
function f15(env, value) { const a12 = value?.extension; if (Array.isArray(a12)) for (let i13 = 0; i13 < a12.length; i13++) { const v14 = a12[i13]; if (v14 != null) { if (v14?.url === "https://home-first.example/fhir/StructureDefinition/decision-reason") { return true; } } } return false }
return (value, extra, env) => { try { return (!f8(env, value) || f15(env, value)) } catch (thrown) { $.failed(env, thrown, "value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/provider-acceptance' and (code = 'cannot-take' or code = 'other-reason' or code = 'withdrawn')).exists() implies extension.where(url = 'https://home-first.example/fhir/StructureDefinition/decision-reason').exists()"); return false } }
})()
const i258 = (() => {
function f8(env, value) { const a5 = value?.valueCodeableConcept?.coding; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { if ((v7?.system === "https://home-first.example/fhir/CodeSystem/provider-acceptance" && v7?.code === "can-take-from")) { return true; } } } return false }
function f28(v21, env, value) { const a25 = v21?.code?.coding; if (Array.isArray(a25)) for (let i26 = 0; i26 < a25.length; i26++) { const v27 = a25[i26]; if (v27 != null) { if ((v27?.system === "https://home-first.example/fhir/CodeSystem/task-output" && v27?.code === "planned-start")) { return true; } } } return false }
function f29(env, value) { const a19 = value?.component; if (Array.isArray(a19)) for (let i20 = 0; i20 < a19.length; i20++) { const v21 = a19[i20]; if (v21 != null) { if (f28(v21, env, value)) { return true; } } } return false }
return (value, extra, env) => { try { return (!f8(env, value) || f29(env, value)) } catch (thrown) { $.failed(env, thrown, "value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/provider-acceptance' and code = 'can-take-from').exists() implies component.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/task-output' and code = 'planned-start').exists()).exists()"); return false } }
})()
const i259 = (() => {
function f8(env, value) { const a5 = value?.valueCodeableConcept?.coding; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { if ((v7?.system === "https://home-first.example/fhir/CodeSystem/provider-acceptance" && v7?.code === "can-take-with-conditions")) { return true; } } } return false }
function f15(env, value) { const a12 = value?.extension; if (Array.isArray(a12)) for (let i13 = 0; i13 < a12.length; i13++) { const v14 = a12[i13]; if (v14 != null) { if (v14?.url === "https://home-first.example/fhir/StructureDefinition/decision-reason") { return true; } } } return false }
return (value, extra, env) => { try { return (!f8(env, value) || (((value?.valueCodeableConcept?.text != null || value?.valueCodeableConcept?._text != null) || ($.isAny(value?.note, undefined))) || f15(env, value))) } catch (thrown) { $.failed(env, thrown, "value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/provider-acceptance' and code = 'can-take-with-conditions').exists() implies (value.text.exists() or note.exists() or extension.where(url = 'https://home-first.example/fhir/StructureDefinition/decision-reason').exists())"); return false } }
})()
function k173(v, x, t) {
if (!o173(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i257(v, x, c)) return false
if (!i258(v, x, c)) return false
if (!i259(v, x, c)) return false
return true
}
function s174(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o182(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s174(v, x, n, "Extension")) return false
}
return true
}
function s175(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d710, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
}
if (n2 > 1 || n3 > 1) return false
return true
}
function o183(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const p836 = (v) => isJson(v) && v.code === "medically-fit" && v.system === "https://home-first.example/fhir/CodeSystem/observation"
const p837 = (v) => p836(v)
const p838 = (v) => Array.isArray(v) && has(v, p837)
const p839 = (v) => isJson(v) && p838(v.coding)
function o184(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.coding
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
return true
}
function k176(v, x, t) {
if (!(p839(v))) return false
if (!o184(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o185(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.low
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.high
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
function o186(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o185(v[i])) return false
}
return true
}
function o181(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o182(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s175(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o183(v[i])) return false
}
{
const v = o.basedOn
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q681)) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k176(v, x, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const h = choiceOf(o, c686, "effective")
if (h === undefined) return false
}
{
const v = o.performer
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q687)) return false
}
{
const h = o.valueBoolean !== undefined ? c740 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueBoolean") return false
}
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o185(v[i])) return false
}
{
const v = o.component
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o186(v[i])) return false
}
return true
}
function k177(v, x, t) {
if (!o181(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s178(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o188(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s178(v, x, n, "Extension")) return false
}
return true
}
function o189(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const v840 = valueSet("https://home-first.example/fhir/ValueSet/referral-intent")
function k179(v, x, t) {
if (isMember(v840, v, t) === false) return false
return true
}
const q841 = aimOf({"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstSpell"]})
function o187(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o188(v)) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o189(v[i])) return false
}
{
const v = o.intent
const x = o._intent, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k179(v, x, "code")) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const v = o.encounter
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q841)) return false
}
{
const v = o.authoredOn
const x = o._authoredOn, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.requester
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q687)) return false
}
{
const v = o.performer
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (n > 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q797)) return false
}
return true
}
function k180(v, x, t) {
if (!o187(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s181(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o191(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s181(v, x, n, "Extension")) return false
}
return true
}
function o192(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
function o193(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.fullUrl
const x = o._fullUrl, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.resource
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const q842 = oneOf(["https://home-first.example/fhir/StructureDefinition/HomeFirstReferralSummary"])
function k183(v, x, t) {
if ((t === "Composition" || (t === 'Resource' && v.resourceType === "Composition")) && !conformsToOne(q842, v)) return false
return true
}
function o194(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.resource
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k183(v, x, 'Resource')) return false
}
return true
}
function k184(v, x, t) {
if (!o194(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o195(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.resource
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k65(v, x, 'Resource')) return false
}
return true
}
function k185(v, x, t) {
if (!o195(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s182(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) && isJson(v.resource) ? sliceByText(d741, v.resource.resourceType) : -1)
if (at === 0) {
n0++
if (!k184(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k185(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1 || n1 < 1 || n1 > 1) return false
return true
}
function o190(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o191(v)) return false
}
{
const v = o.identifier
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !o192(v)) return false
}
{
const v = o.type
const x = o._type, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k61(v, x, "code")) return false
}
{
const v = o.timestamp
const x = o._timestamp, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 2) return false
for (let i = 0; i < n; i++) if (!o193(v[i])) return false
if (!s182(v, x, n, "Bundle.entry")) return false
}
return true
}
function k186(v, x, t) {
if (!o190(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i230(v, x, c)) return false
if (!i231(v, x, c)) return false
if (!i232(v, x, c)) return false
if (!i233(v, x, c)) return false
return true
}
function s187(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o197(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s187(v, x, n, "Extension")) return false
}
return true
}
function o198(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
function o199(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.section
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o199(v[i])) return false
}
return true
}
function k188(v, x, t) {
if (!o199(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const d843 = slicesByCode([["person-demographics","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",0],["gp-practice","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",1],["about-me","https://home-first.example/fhir/CodeSystem/section",2],["individual-requirements","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",3],["alerts","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",4],["legal-information","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",5],["safeguarding","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",6],["local-authority","https://home-first.example/fhir/CodeSystem/section",7],["professional-contacts","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",8],["personal-contacts","https://home-first.example/fhir/CodeSystem/section",9],["referral-details","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",10],["admission-details","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",11],["discharge-details","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",12],["problems","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",13],["procedures-and-therapies","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",14],["clinical-summary","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",15],["treatments-and-interventions","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",16],["social-context","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",17],["care-needs-summary","https://home-first.example/fhir/CodeSystem/section",18],["assessed-level-of-care","https://home-first.example/fhir/CodeSystem/section",19],["primary-support-reason","https://home-first.example/fhir/CodeSystem/section",20],["assessments","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",21],["risk-information","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",22],["allergies-and-adverse-reaction","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",23],["medications-and-medical-devices","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",24],["plan-and-requested-actions","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",25],["patient-and-carer-concerns-expectations-and-wishes","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",26],["contingency-plan","https://home-first.example/fhir/CodeSystem/section",27],["additional-support-plan","https://home-first.example/fhir/CodeSystem/section",28],["end-of-life-care","https://home-first.example/fhir/CodeSystem/section",29],["documents-including-correspondence-audio-and-images","https://fhir.hl7.org.uk/CodeSystem/UKCore-RecordStandardHeadings",30],["assessment-notice","https://home-first.example/fhir/CodeSystem/section",31],["nhs-chc-assessment","https://home-first.example/fhir/CodeSystem/section",32],["discharge-notice","https://home-first.example/fhir/CodeSystem/section",33],["withdrawal-notice","https://home-first.example/fhir/CodeSystem/section",34],["notice-receipt","https://home-first.example/fhir/CodeSystem/section",35]])
const q844 = aimOf({"types":["Patient"],"plain":["Patient"],"profiles":[]})
function o200(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q844)) return false
}
return true
}
function k190(v, x, t) {
if (!o200(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o201(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q754)) return false
}
return true
}
function k191(v, x, t) {
if (!o201(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const q845 = aimOf({"types":["QuestionnaireResponse"],"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstAboutMe"]})
function o202(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q845)) return false
}
return true
}
function k192(v, x, t) {
if (!o202(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o203(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k193(v, x, t) {
if (!o203(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o204(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k194(v, x, t) {
if (!o204(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o205(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k195(v, x, t) {
if (!o205(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o206(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k196(v, x, t) {
if (!o206(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const q846 = aimOf({"types":["Organization","PractitionerRole"],"plain":["Organization","PractitionerRole"],"profiles":[]})
function o207(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q846)) return false
}
return true
}
function k197(v, x, t) {
if (!o207(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o208(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k198(v, x, t) {
if (!o208(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const q847 = aimOf({"types":["RelatedPerson"],"plain":["RelatedPerson"],"profiles":[]})
function o209(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q847)) return false
}
return true
}
function k199(v, x, t) {
if (!o209(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const q848 = aimOf({"types":["ServiceRequest"],"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstReferral"]})
function o210(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q848)) return false
}
return true
}
function k200(v, x, t) {
if (!o210(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o211(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q750)) return false
}
return true
}
function k201(v, x, t) {
if (!o211(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o212(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k202(v, x, t) {
if (!o212(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o213(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q753)) return false
}
return true
}
function k203(v, x, t) {
if (!o213(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o214(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q759)) return false
}
return true
}
function k204(v, x, t) {
if (!o214(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o215(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k205(v, x, t) {
if (!o215(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o216(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k206(v, x, t) {
if (!o216(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o217(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k207(v, x, t) {
if (!o217(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const q849 = aimOf({"types":["QuestionnaireResponse","Observation","Condition"],"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstNeedsAssessment","https://home-first.example/fhir/StructureDefinition/HomeFirstDescribedNeed","https://home-first.example/fhir/StructureDefinition/HomeFirstNeed"]})
function o218(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q849)) return false
}
return true
}
function k208(v, x, t) {
if (!o218(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o219(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k209(v, x, t) {
if (!o219(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o220(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k210(v, x, t) {
if (!o220(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o221(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k211(v, x, t) {
if (!o221(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o222(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k212(v, x, t) {
if (!o222(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o223(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q751)) return false
}
return true
}
function k213(v, x, t) {
if (!o223(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o224(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q756)) return false
}
return true
}
function k214(v, x, t) {
if (!o224(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o225(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k215(v, x, t) {
if (!o225(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o226(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k216(v, x, t) {
if (!o226(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const q850 = aimOf({"types":["CarePlan"],"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstContingencyPlan"]})
function o227(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q850)) return false
}
return true
}
function k217(v, x, t) {
if (!o227(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const q851 = aimOf({"types":["CarePlan"],"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstAdditionalSupportPlan"]})
function o228(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q851)) return false
}
return true
}
function k218(v, x, t) {
if (!o228(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o229(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k219(v, x, t) {
if (!o229(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
const q852 = aimOf({"types":["DocumentReference"],"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstDocument"]})
function o230(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.entry
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q852)) return false
}
return true
}
function k220(v, x, t) {
if (!o230(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o231(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k221(v, x, t) {
if (!o231(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o232(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k222(v, x, t) {
if (!o232(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o233(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k223(v, x, t) {
if (!o233(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o234(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k224(v, x, t) {
if (!o234(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function o235(o) {
if (typeof o !== 'object' || o === null) return true
return true
}
function k225(v, x, t) {
if (!o235(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i235(v, x, c)) return false
return true
}
function s189(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0, n6 = 0, n7 = 0, n8 = 0, n9 = 0, n10 = 0, n11 = 0, n12 = 0, n13 = 0, n14 = 0, n15 = 0, n16 = 0, n17 = 0, n18 = 0, n19 = 0, n20 = 0, n21 = 0, n22 = 0, n23 = 0, n24 = 0, n25 = 0, n26 = 0, n27 = 0, n28 = 0, n29 = 0, n30 = 0, n31 = 0, n32 = 0, n33 = 0, n34 = 0, n35 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByCode(d843, v.code) : -1)
if (at === 0) {
n0++
if (!k190(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k191(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k192(v, x, t)) return false
continue
}
if (at === 3) {
n3++
if (!k193(v, x, t)) return false
continue
}
if (at === 4) {
n4++
if (!k194(v, x, t)) return false
continue
}
if (at === 5) {
n5++
if (!k195(v, x, t)) return false
continue
}
if (at === 6) {
n6++
if (!k196(v, x, t)) return false
continue
}
if (at === 7) {
n7++
if (!k197(v, x, t)) return false
continue
}
if (at === 8) {
n8++
if (!k198(v, x, t)) return false
continue
}
if (at === 9) {
n9++
if (!k199(v, x, t)) return false
continue
}
if (at === 10) {
n10++
if (!k200(v, x, t)) return false
continue
}
if (at === 11) {
n11++
if (!k201(v, x, t)) return false
continue
}
if (at === 12) {
n12++
if (!k202(v, x, t)) return false
continue
}
if (at === 13) {
n13++
if (!k203(v, x, t)) return false
continue
}
if (at === 14) {
n14++
if (!k204(v, x, t)) return false
continue
}
if (at === 15) {
n15++
if (!k205(v, x, t)) return false
continue
}
if (at === 16) {
n16++
if (!k206(v, x, t)) return false
continue
}
if (at === 17) {
n17++
if (!k207(v, x, t)) return false
continue
}
if (at === 18) {
n18++
if (!k208(v, x, t)) return false
continue
}
if (at === 19) {
n19++
if (!k209(v, x, t)) return false
continue
}
if (at === 20) {
n20++
if (!k210(v, x, t)) return false
continue
}
if (at === 21) {
n21++
if (!k211(v, x, t)) return false
continue
}
if (at === 22) {
n22++
if (!k212(v, x, t)) return false
continue
}
if (at === 23) {
n23++
if (!k213(v, x, t)) return false
continue
}
if (at === 24) {
n24++
if (!k214(v, x, t)) return false
continue
}
if (at === 25) {
n25++
if (!k215(v, x, t)) return false
continue
}
if (at === 26) {
n26++
if (!k216(v, x, t)) return false
continue
}
if (at === 27) {
n27++
if (!k217(v, x, t)) return false
continue
}
if (at === 28) {
n28++
if (!k218(v, x, t)) return false
continue
}
if (at === 29) {
n29++
if (!k219(v, x, t)) return false
continue
}
if (at === 30) {
n30++
if (!k220(v, x, t)) return false
continue
}
if (at === 31) {
n31++
if (!k221(v, x, t)) return false
continue
}
if (at === 32) {
n32++
if (!k222(v, x, t)) return false
continue
}
if (at === 33) {
n33++
if (!k223(v, x, t)) return false
continue
}
if (at === 34) {
n34++
if (!k224(v, x, t)) return false
continue
}
if (at === 35) {
n35++
if (!k225(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1 || n1 < 1 || n1 > 1 || n2 > 1 || n3 > 1 || n4 > 1 || n5 > 1 || n6 > 1 || n7 < 1 || n7 > 1 || n8 > 1 || n9 > 1 || n10 < 1 || n10 > 1 || n11 > 1 || n12 > 1 || n13 > 1 || n14 > 1 || n15 > 1 || n16 > 1 || n17 > 1 || n18 < 1 || n18 > 1 || n19 > 1 || n20 > 1 || n21 > 1 || n22 > 1 || n23 < 1 || n23 > 1 || n24 > 1 || n25 > 1 || n26 > 1 || n27 > 1 || n28 > 1 || n29 > 1 || n30 > 1 || n31 > 1 || n32 > 1 || n33 > 1 || n34 > 1 || n35 > 1) return false
return true
}
function o196(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o197(v)) return false
}
{
const v = o.identifier
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !o198(v)) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const v = o.encounter
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q748)) return false
}
{
const v = o.custodian
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q703)) return false
}
{
const v = o.section
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 6) return false
for (let i = 0; i < n; i++) if (!k188(v[i], undefined, "Composition.section")) return false
if (!s189(v, x, n, "Composition.section")) return false
}
return true
}
function k226(v, x, t) {
if (!o196(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s227(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o237(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s227(v, x, n, "Extension")) return false
}
return true
}
const d853 = slicesByText([["https://home-first.example/fhir/StructureDefinition/authority","",0],["https://home-first.example/fhir/StructureDefinition/carer-own-record","",1]])
function s228(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d853, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
}
if (n1 > 1) return false
return true
}
function o236(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o237(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s228(v, x, n, "Extension")) return false
}
{
const v = o.patient
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q778)) return false
}
{
const v = o.relationship
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
return true
}
const i260 = (value, extra, env) => { try { return (($.isAny(value?.name, undefined)) || ($.isAny(value?.telecom, undefined))) } catch (thrown) { $.failed(env, thrown, "name.exists() or telecom.exists()"); return false } }
const i261 = (() => {
function f13(env, value) { const a7 = value?.relationship; if (Array.isArray(a7)) for (let i8 = 0; i8 < a7.length; i8++) { const v9 = a7[i8]; if (v9 != null) { const a10 = v9?.coding; if (Array.isArray(a10)) for (let i11 = 0; i11 < a10.length; i11++) { const v12 = a10[i11]; if (v12 != null) { if ((v12?.system === "https://home-first.example/fhir/CodeSystem/person-role" && v12?.code === "representative")) { return true; } } } } } return false }
function f64(v42, env, value) { const a57 = v42?.extension; if (Array.isArray(a57)) for (let i58 = 0; i58 < a57.length; i58++) { const v59 = a57[i58]; if (v59 != null) { if (v59?.url === "kind") { const v60 = v59?.valueCodeableConcept; if (v60 != null) { const a61 = v60?.coding; if (Array.isArray(a61)) for (let i62 = 0; i62 < a61.length; i62++) { const v63 = a61[i62]; if (v63 != null) { if ((v63?.system === "https://home-first.example/fhir/CodeSystem/authority" && v63?.code === "none")) { return true; } } } } } } } return false }
function f65(env, value) { const a40 = value?.extension; if (Array.isArray(a40)) for (let i41 = 0; i41 < a40.length; i41++) { const v42 = a40[i41]; if (v42 != null) { if ((v42?.url === "https://home-first.example/fhir/StructureDefinition/authority" && (!f64(v42, env, value)))) { return true; } } } return false }
return (value, extra, env) => { try { return (!f13(env, value) || f65(env, value)) } catch (thrown) { $.failed(env, thrown, "relationship.coding.where(system = 'https://home-first.example/fhir/CodeSystem/person-role' and code = 'representative').exists() implies extension.where(url = 'https://home-first.example/fhir/StructureDefinition/authority' and extension.where(url = 'kind').value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/authority' and code = 'none').empty()).exists()"); return false } }
})()
function k229(v, x, t) {
if (!o236(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i260(v, x, c)) return false
if (!i261(v, x, c)) return false
return true
}
function s230(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o239(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s230(v, x, n, "Extension")) return false
}
return true
}
const d854 = slicesByText([["https://home-first.example/fhir/StructureDefinition/decision-reason","",0],["https://home-first.example/fhir/StructureDefinition/involved-person","",1],["https://home-first.example/fhir/StructureDefinition/on-behalf-of","",2],["https://home-first.example/fhir/StructureDefinition/replaced-decision","",3],["https://home-first.example/fhir/StructureDefinition/responsible-council","",4]])
function s231(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d854, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
if (at === 2) {
n2++
continue
}
if (at === 3) {
n3++
continue
}
if (at === 4) {
n4++
continue
}
}
if (n2 > 1 || n3 > 1 || n4 < 1 || n4 > 1) return false
return true
}
function o240(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const p855 = (v) => isJson(v) && v.code === "responsible-council" && v.system === "https://home-first.example/fhir/CodeSystem/decision"
const p856 = (v) => p855(v)
const p857 = (v) => Array.isArray(v) && has(v, p856)
const p858 = (v) => isJson(v) && p857(v.coding)
function o241(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.coding
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
return true
}
function k232(v, x, t) {
if (!(p858(v))) return false
if (!o241(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const v859 = valueSet("https://home-first.example/fhir/ValueSet/responsible-council-state")
function k233(v, x, t) {
if (isMember(v859, v, t) === false) return false
return true
}
function o242(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.low
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.high
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
function o243(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o242(v[i])) return false
}
return true
}
function o244(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k235(v, x, t) {
if (!o244(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const p860 = (v) => isJson(v) && v.code === "responsible-council-basis" && v.system === "https://home-first.example/fhir/CodeSystem/decision"
const p861 = (v) => p860(v)
const p862 = (v) => Array.isArray(v) && has(v, p861)
const p863 = (v) => isJson(v) && p862(v.coding)
const m864 = (v) => isJson(v) && ((v.code !== undefined && v.code !== null && p863(v.code)))
const m865 = (v, t) => m864(v)
function s234(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m865(v, t)) {
n0++
if (!k235(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1) return false
return true
}
function o238(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o239(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (!s231(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o240(v[i])) return false
}
{
const v = o.basedOn
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q681)) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k232(v, x, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const h = choiceOf(o, c686, "effective")
if (h === undefined) return false
}
{
const v = o.performer
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q687)) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
if (h !== undefined && !k233(o[h.key], o[h.extra], h.type)) return false
}
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o242(v[i])) return false
}
{
const v = o.component
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
for (let i = 0; i < n; i++) if (!o243(v[i])) return false
if (!s234(v, x, n, "Observation.component")) return false
}
return true
}
const i262 = (() => {
function f8(env, value) { const a5 = value?.valueCodeableConcept?.coding; if (Array.isArray(a5)) for (let i6 = 0; i6 < a5.length; i6++) { const v7 = a5[i6]; if (v7 != null) { if ((v7?.system === "https://home-first.example/fhir/CodeSystem/responsible-council-state" && v7?.code === "disputed")) { return true; } } } return false }
function f15(env, value) { const a12 = value?.extension; if (Array.isArray(a12)) for (let i13 = 0; i13 < a12.length; i13++) { const v14 = a12[i13]; if (v14 != null) { if (v14?.url === "https://home-first.example/fhir/StructureDefinition/decision-reason") { return true; } } } return false }
return (value, extra, env) => { try { return (!f8(env, value) || f15(env, value)) } catch (thrown) { $.failed(env, thrown, "value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/responsible-council-state' and code = 'disputed').exists() implies extension.where(url = 'https://home-first.example/fhir/StructureDefinition/decision-reason').exists()"); return false } }
})()
const i263 = (() => {
function f21(v14, env, value) { const a18 = v14?.valueCodeableConcept?.coding; if (Array.isArray(a18)) for (let i19 = 0; i19 < a18.length; i19++) { const v20 = a18[i19]; if (v20 != null) { if ((v20?.system === "https://home-first.example/fhir/CodeSystem/responsible-council-basis" && v20?.code === "postcode")) { return true; } } } return false }
function f22(env, value) { const a12 = value?.component; if (Array.isArray(a12)) for (let i13 = 0; i13 < a12.length; i13++) { const v14 = a12[i13]; if (v14 != null) { if (f21(v14, env, value)) { return true; } } } return false }
function f29(env, value) { const a26 = value?.valueCodeableConcept?.coding; if (Array.isArray(a26)) for (let i27 = 0; i27 < a26.length; i27++) { const v28 = a26[i27]; if (v28 != null) { if ((v28?.system === "https://home-first.example/fhir/CodeSystem/responsible-council-state" && (v28?.code === "accepted" || v28?.code === "decided"))) { return true; } } } return false }
return (value, extra, env) => { try { return (!f22(env, value) || (!f29(env, value))) } catch (thrown) { $.failed(env, thrown, "component.where(value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/responsible-council-basis' and code = 'postcode').exists()).exists() implies value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/responsible-council-state' and (code = 'accepted' or code = 'decided')).empty()"); return false } }
})()
function k236(v, x, t) {
if (!o238(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i262(v, x, c)) return false
if (!i263(v, x, c)) return false
return true
}
function s237(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o246(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s237(v, x, n, "Extension")) return false
}
return true
}
const q866 = aimOf({"types":["Organization","PractitionerRole"],"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstOrganization","https://home-first.example/fhir/StructureDefinition/HomeFirstPractitionerRole"]})
function o245(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o246(v)) return false
}
{
const v = o.category
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const v = o.author
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q866)) return false
}
return true
}
function k238(v, x, t) {
if (!o245(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s239(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o248(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s239(v, x, n, "Extension")) return false
}
return true
}
const d867 = slicesByText([["https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DischargeMethod","",0],["http://hl7.org/fhir/5.0/StructureDefinition/extension-Encounter.plannedEndDate","",1]])
const q868 = oneOf(["https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DischargeMethod"])
function o249(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k241(v, x, t) {
if ((t === "Extension" || (t === 'Resource' && v.resourceType === "Extension")) && !conformsToOne(q868, v)) return false
if (!o249(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const q869 = oneOf(["http://hl7.org/fhir/5.0/StructureDefinition/extension-Encounter.plannedEndDate"])
function k242(v, x, t) {
if ((t === "Extension" || (t === 'Resource' && v.resourceType === "Extension")) && !conformsToOne(q869, v)) return false
return true
}
function s240(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d867, v.url) : -1)
if (at === 0) {
n0++
if (!k241(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k242(v, x, t)) return false
continue
}
}
if (n0 > 1 || n1 > 1) return false
return true
}
function o250(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const v870 = valueSet("https://home-first.example/fhir/ValueSet/spell-class")
function k243(v, x, t) {
if (isMember(v870, v, t) === false) return false
return true
}
const q871 = oneOf(["https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-AdmissionMethod"])
function o252(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k245(v, x, t) {
if ((t === "Extension" || (t === 'Resource' && v.resourceType === "Extension")) && !conformsToOne(q871, v)) return false
if (!o252(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const m872 = (v) => isJson(v) && ((v.url !== undefined && v.url !== null && v.url === "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-AdmissionMethod"))
const m873 = (v, t) => m872(v)
function s244(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m873(v, t)) {
n0++
if (!k245(v, x, t)) return false
continue
}
}
if (n0 > 1) return false
return true
}
function o251(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s244(v, x, n, "Extension")) return false
}
return true
}
function o247(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o248(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s240(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o250(v[i])) return false
}
{
const v = o.class
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k243(v, x, "Coding")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const v = o.hospitalization
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o251(v)) return false
}
{
const v = o.serviceProvider
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q703)) return false
}
return true
}
const i264 = (value, extra, env) => { try { return ((value?.status != null && value?.status !== "finished") || (value?.period?.end != null || value?.period?._end != null)) } catch (thrown) { $.failed(env, thrown, "status = 'finished' implies period.end.exists()"); return false } }
const i265 = (value, extra, env) => { try { return ((value?.status != null && value?.status !== "in-progress") || (!(value?.period?.end != null || value?.period?._end != null))) } catch (thrown) { $.failed(env, thrown, "status = 'in-progress' implies period.end.empty()"); return false } }
function k246(v, x, t) {
if (!o247(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i264(v, x, c)) return false
if (!i265(v, x, c)) return false
return true
}
function s247(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o254(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s247(v, x, n, "Extension")) return false
}
return true
}
function o255(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const p874 = (v) => isJson(v) && v.code === "strength" && v.system === "https://home-first.example/fhir/CodeSystem/plan-statement"
const p875 = (v) => p874(v)
const p876 = (v) => Array.isArray(v) && has(v, p875)
const p877 = (v) => isJson(v) && p876(v.coding)
function k248(v, x, t) {
if (!(p877(v))) return false
return true
}
function o256(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.low
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
{
const v = o.high
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k9(v, x, "Quantity")) return false
}
return true
}
function o257(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o256(v[i])) return false
}
return true
}
function o253(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o254(v)) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o255(v[i])) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !k248(v, x, "CodeableConcept")) return false
}
{
const v = o.subject
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : o.valueString !== undefined ? c689 : choiceOf(o, c688, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept" && h.key !== "valueString") return false
}
{
const v = o.referenceRange
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o256(v[i])) return false
}
{
const v = o.component
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o257(v[i])) return false
}
return true
}
function k249(v, x, t) {
if (!o253(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s250(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
if (m669(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o259(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s250(v, x, n, "Extension")) return false
}
return true
}
const d878 = slicesByText([["https://home-first.example/fhir/StructureDefinition/on-behalf-of","",0],["https://home-first.example/fhir/StructureDefinition/work-type","",1]])
function s251(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d878, v.url) : -1)
if (at === 0) {
n0++
continue
}
if (at === 1) {
n1++
continue
}
}
if (n0 > 1) return false
return true
}
function o260(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.system
const x = o._system, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.value
const x = o._value, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
return true
}
const q879 = aimOf({"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstTask"]})
function k252(v, x, t) {
if (!(v === "order")) return false
return true
}
const v880 = valueSet("https://home-first.example/fhir/ValueSet/task-code")
function k253(v, x, t) {
if (isMember(v880, v, t) === false) return false
return true
}
const d881 = slicesByCode([["pathway","https://home-first.example/fhir/CodeSystem/task-output",0],["pathway-reason","https://home-first.example/fhir/CodeSystem/task-output",1],["identity","https://home-first.example/fhir/CodeSystem/task-output",2],["outcome","https://home-first.example/fhir/CodeSystem/task-output",3],["planned-start","https://home-first.example/fhir/CodeSystem/task-output",4],["planned-discharge","https://home-first.example/fhir/CodeSystem/task-output",5],["responsible-person","https://home-first.example/fhir/CodeSystem/task-output",6],["contact","https://home-first.example/fhir/CodeSystem/task-output",7],["care-plan","https://home-first.example/fhir/CodeSystem/task-output",8],["destination","https://home-first.example/fhir/CodeSystem/task-output",9],["delay-reason","https://home-first.example/fhir/CodeSystem/task-output",10]])
function o261(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h !== undefined && h.key !== "valueCodeableConcept") return false
if (h !== undefined && !k150(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k255(v, x, t) {
if (!o261(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o262(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueString !== undefined ? c689 : choiceOf(o, c820, "value")
if (h !== undefined && h.key !== "valueString") return false
}
return true
}
function k256(v, x, t) {
if (!o262(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const c882 = {"key":"valueReference","extra":"_valueReference","type":"Reference"}
function k257(v, x, t) {
if (!pointsRight(v, q671)) return false
return true
}
function o263(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k257(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k258(v, x, t) {
if (!o263(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o264(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueString !== undefined ? c689 : o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h !== undefined && h.key !== "valueString" && h.key !== "valueCodeableConcept") return false
}
return true
}
function k259(v, x, t) {
if (!o264(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o265(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueDateTime !== undefined ? c721 : choiceOf(o, c820, "value")
if (h !== undefined && h.key !== "valueDateTime") return false
}
return true
}
function k260(v, x, t) {
if (!o265(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o266(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueDateTime !== undefined ? c721 : choiceOf(o, c820, "value")
if (h !== undefined && h.key !== "valueDateTime") return false
}
return true
}
function k261(v, x, t) {
if (!o266(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o267(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueString !== undefined ? c689 : o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h !== undefined && h.key !== "valueString" && h.key !== "valueReference") return false
}
return true
}
function k262(v, x, t) {
if (!o267(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const c883 = {"key":"valueContactPoint","extra":"_valueContactPoint","type":"ContactPoint"}
function o268(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueContactPoint !== undefined ? c883 : choiceOf(o, c820, "value")
if (h !== undefined && h.key !== "valueContactPoint") return false
}
return true
}
function k263(v, x, t) {
if (!o268(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const q884 = aimOf({"types":["CarePlan"],"plain":["CarePlan"],"profiles":[]})
function k264(v, x, t) {
if (!pointsRight(v, q884)) return false
return true
}
function o269(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k264(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k265(v, x, t) {
if (!o269(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o270(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k266(v, x, t) {
if (!o270(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o271(o) {
if (typeof o !== 'object' || o === null) return true
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k267(v, x, t) {
if (!o271(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s254(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0, n6 = 0, n7 = 0, n8 = 0, n9 = 0, n10 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByCode(d881, v.type) : -1)
if (at === 0) {
n0++
if (!k255(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k256(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k258(v, x, t)) return false
continue
}
if (at === 3) {
n3++
if (!k259(v, x, t)) return false
continue
}
if (at === 4) {
n4++
if (!k260(v, x, t)) return false
continue
}
if (at === 5) {
n5++
if (!k261(v, x, t)) return false
continue
}
if (at === 6) {
n6++
if (!k262(v, x, t)) return false
continue
}
if (at === 7) {
n7++
if (!k263(v, x, t)) return false
continue
}
if (at === 8) {
n8++
if (!k265(v, x, t)) return false
continue
}
if (at === 9) {
n9++
if (!k266(v, x, t)) return false
continue
}
if (at === 10) {
n10++
if (!k267(v, x, t)) return false
continue
}
}
if (n2 > 1) return false
return true
}
function o258(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.meta
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !o259(v)) return false
}
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s251(v, x, n, "Extension")) return false
}
{
const v = o.identifier
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!o260(v[i])) return false
}
{
const v = o.partOf
const x = undefined, n = Array.isArray(v) ? v.length : 0
for (let i = 0; i < n; i++) if (!pointsRight(v[i], q879)) return false
}
{
const v = o.intent
const x = o._intent, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k252(v, x, "code")) return false
}
{
const v = o.code
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !k253(v, x, "CodeableConcept")) return false
}
{
const v = o.focus
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.for
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q671)) return false
}
{
const v = o.encounter
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q841)) return false
}
{
const v = o.authoredOn
const x = o._authoredOn, n = v === undefined && x === undefined ? 0 : 1
if (n < 1) return false
}
{
const v = o.requester
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q687)) return false
}
{
const v = o.owner
const x = undefined, n = v === undefined ? 0 : 1
if (n < 1) return false
if (n > 0 && !pointsRight(v, q866)) return false
}
{
const v = o.output
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s254(v, x, n, "Task.output")) return false
}
return true
}
const i266 = (() => {
function f21(v14, env, value) { const a18 = v14?.type?.coding; if (Array.isArray(a18)) for (let i19 = 0; i19 < a18.length; i19++) { const v20 = a18[i19]; if (v20 != null) { if ((v20?.system === "https://home-first.example/fhir/CodeSystem/task-output" && v20?.code === "pathway")) { return true; } } } return false }
function f22(env, value) { let c11 = 0; const a12 = value?.output; if (Array.isArray(a12)) for (let i13 = 0; i13 < a12.length; i13++) { const v14 = a12[i13]; if (v14 != null) { if (f21(v14, env, value)) { c11++; } } } return c11 }
function f43(v36, env, value) { const a40 = v36?.type?.coding; if (Array.isArray(a40)) for (let i41 = 0; i41 < a40.length; i41++) { const v42 = a40[i41]; if (v42 != null) { if ((v42?.system === "https://home-first.example/fhir/CodeSystem/task-output" && v42?.code === "pathway-reason")) { return true; } } } return false }
function f44(env, value) { let c33 = 0; const a34 = value?.output; if (Array.isArray(a34)) for (let i35 = 0; i35 < a34.length; i35++) { const v36 = a34[i35]; if (v36 != null) { if (f43(v36, env, value)) { c33++; } } } return c33 }
return (value, extra, env) => { try { return f22(env, value) <= f44(env, value) } catch (thrown) { $.failed(env, thrown, "output.where(type.coding.where(system = 'https://home-first.example/fhir/CodeSystem/task-output' and code = 'pathway').exists()).count() <= output.where(type.coding.where(system = 'https://home-first.example/fhir/CodeSystem/task-output' and code = 'pathway-reason').exists()).count()"); return false } }
})()
const i267 = (value, extra, env) => { try { return ((value?.status != null && value?.status !== "rejected") || (value?.statusReason != null)) } catch (thrown) { $.failed(env, thrown, "status = 'rejected' implies statusReason.exists()"); return false } }
const i268 = (() => {
function f7(env, value) { const a4 = value?.code?.coding; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if ((v6?.system === "https://home-first.example/fhir/CodeSystem/task-code" && v6?.code === "identify")) { return true; } } } return false }
return (value, extra, env) => { try { return ((value?.for != null) || f7(env, value)) } catch (thrown) { $.failed(env, thrown, "for.exists() or code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/task-code' and code = 'identify').exists()"); return false } }
})()
function k268(v, x, t) {
if (!o258(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i266(v, x, c)) return false
if (!i267(v, x, c)) return false
if (!i268(v, x, c)) return false
return true
}
function k269(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/acting-team") return false
return true
}
function k270(v, x, t) {
if (!pointsRight(v, q797)) return false
return true
}
function o272(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k269(v, x, "uri")) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k270(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k271(v, x, t) {
if (!o272(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k272(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/action-confidence") return false
return true
}
const c885 = {"key":"valueDecimal","extra":"_valueDecimal","type":"decimal"}
const c886 = 1
const c887 = 10
function k273(v, x, t) {
if (v !== undefined && !isAtLeast(c886, v)) return false
if (v !== undefined && !isAtMost(c887, v)) return false
return true
}
function o273(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k272(v, x, "uri")) return false
}
{
const h = o.valueDecimal !== undefined ? c885 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueDecimal") return false
if (h !== undefined && !k273(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k274(v, x, t) {
if (!o273(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k275(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/action-strategy") return false
return true
}
function o274(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k275(v, x, "uri")) return false
}
{
const h = o.valueString !== undefined ? c689 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueString") return false
}
return true
}
function k276(v, x, t) {
if (!o274(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const d888 = slicesByText([["statement","",0],["date","",1],["document","",2],["whereKept","",3],["recordedBy","",4]])
function o276(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k278(v, x, t) {
if (!o276(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o277(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueDateTime !== undefined ? c721 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueDateTime") return false
}
return true
}
function k279(v, x, t) {
if (!o277(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k280(v, x, t) {
if (!pointsRight(v, q852)) return false
return true
}
function o278(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k280(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k281(v, x, t) {
if (!o278(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const c889 = {"key":"valueUri","extra":"_valueUri","type":"uri"}
function o279(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueString !== undefined ? c689 : o.valueUri !== undefined ? c889 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueString" && h.key !== "valueUri") return false
}
return true
}
function k282(v, x, t) {
if (!o279(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const q890 = aimOf({"types":["PractitionerRole","Practitioner","Organization"],"plain":["Practitioner"],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstPractitionerRole","https://home-first.example/fhir/StructureDefinition/HomeFirstOrganization"]})
function k283(v, x, t) {
if (!pointsRight(v, q890)) return false
return true
}
function o280(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k283(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k284(v, x, t) {
if (!o280(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s277(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d888, v.url) : -1)
if (at === 0) {
n0++
if (!k278(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k279(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k281(v, x, t)) return false
continue
}
if (at === 3) {
n3++
if (!k282(v, x, t)) return false
continue
}
if (at === 4) {
n4++
if (!k284(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1 || n1 > 1 || n2 > 1 || n3 > 1 || n4 > 1) return false
return true
}
function k285(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/advance-statement") return false
return true
}
function o275(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (!s277(v, x, n, "Extension")) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k285(v, x, "uri")) return false
}
{
const h = choiceOf(o, c820, "value")
if (h !== undefined) return false
}
return true
}
function k286(v, x, t) {
if (!o275(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const d891 = slicesByText([["agreed","",0],["with","",1],["name","",2],["role","",3],["date","",4]])
function o282(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueBoolean !== undefined ? c740 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueBoolean") return false
}
return true
}
function k288(v, x, t) {
if (!o282(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const q892 = aimOf({"types":["Patient","RelatedPerson"],"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstPatient","https://home-first.example/fhir/StructureDefinition/HomeFirstRelatedPerson"]})
function k289(v, x, t) {
if (!pointsRight(v, q892)) return false
return true
}
function o283(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k289(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k290(v, x, t) {
if (!o283(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o284(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueString !== undefined ? c689 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueString") return false
}
return true
}
function k291(v, x, t) {
if (!o284(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o285(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k292(v, x, t) {
if (!o285(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o286(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueDateTime !== undefined ? c721 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueDateTime") return false
}
return true
}
function k293(v, x, t) {
if (!o286(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s287(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d891, v.url) : -1)
if (at === 0) {
n0++
if (!k288(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k290(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k291(v, x, t)) return false
continue
}
if (at === 3) {
n3++
if (!k292(v, x, t)) return false
continue
}
if (at === 4) {
n4++
if (!k293(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1 || n1 > 1 || n2 > 1 || n3 > 1 || n4 > 1) return false
return true
}
function k294(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/agreement") return false
return true
}
function o281(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (!s287(v, x, n, "Extension")) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k294(v, x, "uri")) return false
}
{
const h = choiceOf(o, c820, "value")
if (h !== undefined) return false
}
return true
}
function k295(v, x, t) {
if (!o281(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k296(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/anticipatory-provision") return false
return true
}
const q893 = aimOf({"types":["MedicationRequest","DeviceRequest"],"plain":["MedicationRequest","DeviceRequest"],"profiles":[]})
function k297(v, x, t) {
if (!pointsRight(v, q893)) return false
return true
}
function o287(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k296(v, x, "uri")) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept" && h.key !== "valueReference") return false
if (h !== undefined && !k297(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k298(v, x, t) {
if (!o287(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const d894 = slicesByText([["kind","",0],["scope","",1],["evidenceSeen","",2],["reference","",3],["period","",4]])
function o289(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k300(v, x, t) {
if (!o289(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o290(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueString !== undefined ? c689 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueString") return false
}
return true
}
function k301(v, x, t) {
if (!o290(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o291(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueBoolean !== undefined ? c740 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueBoolean") return false
}
return true
}
function k302(v, x, t) {
if (!o291(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const c895 = {"key":"valueIdentifier","extra":"_valueIdentifier","type":"Identifier"}
function o292(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueIdentifier !== undefined ? c895 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueIdentifier") return false
}
return true
}
function k303(v, x, t) {
if (!o292(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const c896 = {"key":"valuePeriod","extra":"_valuePeriod","type":"Period"}
function o293(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valuePeriod !== undefined ? c896 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valuePeriod") return false
}
return true
}
function k304(v, x, t) {
if (!o293(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s299(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d894, v.url) : -1)
if (at === 0) {
n0++
if (!k300(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k301(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k302(v, x, t)) return false
continue
}
if (at === 3) {
n3++
if (!k303(v, x, t)) return false
continue
}
if (at === 4) {
n4++
if (!k304(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1 || n1 > 1 || n2 > 1 || n3 > 1 || n4 > 1) return false
return true
}
function k305(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/authority") return false
return true
}
function o288(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (!s299(v, x, n, "Extension")) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k305(v, x, "uri")) return false
}
{
const h = choiceOf(o, c820, "value")
if (h !== undefined) return false
}
return true
}
function k306(v, x, t) {
if (!o288(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k307(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/carer-own-record") return false
return true
}
function o294(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k307(v, x, "uri")) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k257(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k308(v, x, t) {
if (!o294(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const d897 = slicesByText([["strategy","",0],["period","",1]])
function o296(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueString !== undefined ? c689 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueString") return false
}
return true
}
function k310(v, x, t) {
if (!o296(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o297(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valuePeriod !== undefined ? c896 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valuePeriod") return false
}
return true
}
function k311(v, x, t) {
if (!o297(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s309(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d897, v.url) : -1)
if (at === 0) {
n0++
if (!k310(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k311(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1 || n1 > 1) return false
return true
}
function k312(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/coping-strategy") return false
return true
}
function o295(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (!s309(v, x, n, "Extension")) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k312(v, x, "uri")) return false
}
{
const h = choiceOf(o, c820, "value")
if (h !== undefined) return false
}
return true
}
function k313(v, x, t) {
if (!o295(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k314(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/decision-in-question") return false
return true
}
function o298(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k314(v, x, "uri")) return false
}
{
const h = o.valueString !== undefined ? c689 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueString") return false
}
return true
}
function k315(v, x, t) {
if (!o298(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k316(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/decision-reason") return false
return true
}
function o299(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k316(v, x, "uri")) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k317(v, x, t) {
if (!o299(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k318(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/delay-responsible-organization") return false
return true
}
function o300(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k318(v, x, "uri")) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k270(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k319(v, x, t) {
if (!o300(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k320(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/early-warning-sign") return false
return true
}
function o301(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k320(v, x, "uri")) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k321(v, x, t) {
if (!o301(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k322(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/funding-source") return false
return true
}
const q898 = aimOf({"types":["Observation","Organization"],"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstEligibilityAndFunding","https://home-first.example/fhir/StructureDefinition/HomeFirstOrganization"]})
function k323(v, x, t) {
if (!pointsRight(v, q898)) return false
return true
}
const c899 = ["CodeableConcept"]
const m900 = (v, t) => (v !== undefined && v !== null && (c899.includes(t) || c899.includes(v.resourceType)))
function s324(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = itemOf(a, i), x = itemOf(b, i)
if (m900(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function o302(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k322(v, x, "uri")) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept" && h.key !== "valueReference") return false
if (h !== undefined && !k323(o[h.key], o[h.extra], h.type)) return false
if (!(h === undefined ? s324(none, none, 0, '') : s324([o[h.key]], [o[h.extra]], 1, h.type))) return false
}
return true
}
function k325(v, x, t) {
if (!o302(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k326(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/goal-importance") return false
return true
}
function o303(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k326(v, x, "uri")) return false
}
{
const h = o.valueDecimal !== undefined ? c885 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueDecimal") return false
if (h !== undefined && !k273(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k327(v, x, t) {
if (!o303(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const d901 = slicesByText([["who","",0],["role","",1],["how","",2]])
const q902 = aimOf({"types":["Patient","RelatedPerson","PractitionerRole"],"plain":[],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstPatient","https://home-first.example/fhir/StructureDefinition/HomeFirstRelatedPerson","https://home-first.example/fhir/StructureDefinition/HomeFirstPractitionerRole"]})
function k329(v, x, t) {
if (!pointsRight(v, q902)) return false
return true
}
function o305(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k329(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k330(v, x, t) {
if (!o305(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o306(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k331(v, x, t) {
if (!o306(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o307(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k332(v, x, t) {
if (!o307(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s328(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d901, v.url) : -1)
if (at === 0) {
n0++
if (!k330(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k331(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k332(v, x, t)) return false
continue
}
}
if (n0 > 1 || n1 > 1 || n2 < 1 || n2 > 1) return false
return true
}
function k333(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/involved-person") return false
return true
}
function o304(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 1) return false
if (!s328(v, x, n, "Extension")) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k333(v, x, "uri")) return false
}
{
const h = choiceOf(o, c820, "value")
if (h !== undefined) return false
}
return true
}
function k334(v, x, t) {
if (!o304(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const d903 = slicesByText([["basis","",0],["since","",1],["message","",2]])
const v904 = valueSet("https://home-first.example/fhir/ValueSet/link-basis")
function k336(v, x, t) {
if (isMember(v904, v, t) === false) return false
return true
}
function o309(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
if (h !== undefined && !k336(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k337(v, x, t) {
if (!o309(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const c905 = {"key":"valueInstant","extra":"_valueInstant","type":"instant"}
function o310(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueInstant !== undefined ? c905 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueInstant") return false
}
return true
}
function k338(v, x, t) {
if (!o310(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o311(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueUri !== undefined ? c889 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueUri") return false
}
return true
}
function k339(v, x, t) {
if (!o311(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s335(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d903, v.url) : -1)
if (at === 0) {
n0++
if (!k337(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k338(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k339(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1 || n1 < 1 || n1 > 1 || n2 > 1) return false
return true
}
function k340(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/link-evidence") return false
return true
}
function o308(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 2) return false
if (!s335(v, x, n, "Extension")) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k340(v, x, "uri")) return false
}
{
const h = choiceOf(o, c820, "value")
if (h !== undefined) return false
}
return true
}
function k341(v, x, t) {
if (!o308(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k342(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/on-behalf-of") return false
return true
}
function o312(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k342(v, x, "uri")) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k270(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k343(v, x, t) {
if (!o312(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k344(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/organization-member") return false
return true
}
function o313(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k344(v, x, "uri")) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k270(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k345(v, x, t) {
if (!o313(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k346(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/organization-successor") return false
return true
}
function o314(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k346(v, x, "uri")) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k270(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k347(v, x, t) {
if (!o314(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k348(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/organization-validity") return false
return true
}
function o315(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k348(v, x, "uri")) return false
}
{
const h = o.valuePeriod !== undefined ? c896 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valuePeriod") return false
}
return true
}
function k349(v, x, t) {
if (!o315(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const d906 = slicesByText([["due","",0],["responsible","",1],["name","",2],["role","",3],["telecom","",4]])
const c907 = {"key":"valueDuration","extra":"_valueDuration","type":"Duration"}
function o317(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueDateTime !== undefined ? c721 : o.valueString !== undefined ? c689 : o.valueDuration !== undefined ? c907 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueDateTime" && h.key !== "valueString" && h.key !== "valueDuration") return false
}
return true
}
function k351(v, x, t) {
if (!o317(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const q908 = aimOf({"types":["PractitionerRole","Practitioner","Organization","RelatedPerson","Patient","CareTeam"],"plain":["Practitioner","CareTeam"],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstPractitionerRole","https://home-first.example/fhir/StructureDefinition/HomeFirstOrganization","https://home-first.example/fhir/StructureDefinition/HomeFirstRelatedPerson","https://home-first.example/fhir/StructureDefinition/HomeFirstPatient"]})
function k352(v, x, t) {
if (!pointsRight(v, q908)) return false
return true
}
function o318(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k352(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k353(v, x, t) {
if (!o318(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o319(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueString !== undefined ? c689 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueString") return false
}
return true
}
function k354(v, x, t) {
if (!o319(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o320(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k355(v, x, t) {
if (!o320(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o321(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueContactPoint !== undefined ? c883 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueContactPoint") return false
}
return true
}
function k356(v, x, t) {
if (!o321(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s350(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d906, v.url) : -1)
if (at === 0) {
n0++
if (!k351(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k353(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k354(v, x, t)) return false
continue
}
if (at === 3) {
n3++
if (!k355(v, x, t)) return false
continue
}
if (at === 4) {
n4++
if (!k356(v, x, t)) return false
continue
}
}
if (n0 > 1 || n1 > 1 || n2 > 1 || n3 > 1) return false
return true
}
function k357(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/plan-review") return false
return true
}
function o316(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s350(v, x, n, "Extension")) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k357(v, x, "uri")) return false
}
{
const h = choiceOf(o, c820, "value")
if (h !== undefined) return false
}
return true
}
function k358(v, x, t) {
if (!o316(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k359(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/plan-updated") return false
return true
}
function o322(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k359(v, x, "uri")) return false
}
{
const h = o.valueDateTime !== undefined ? c721 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueDateTime") return false
}
return true
}
function k360(v, x, t) {
if (!o322(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const d909 = slicesByText([["performer","",0],["recorder","",1],["recorded","",2],["location","",3]])
const q910 = aimOf({"types":["PractitionerRole","Practitioner","Organization","Patient","RelatedPerson"],"plain":["Practitioner"],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstPractitionerRole","https://home-first.example/fhir/StructureDefinition/HomeFirstOrganization","https://home-first.example/fhir/StructureDefinition/HomeFirstPatient","https://home-first.example/fhir/StructureDefinition/HomeFirstRelatedPerson"]})
function k362(v, x, t) {
if (!pointsRight(v, q910)) return false
return true
}
function o324(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k362(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k363(v, x, t) {
if (!o324(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o325(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k283(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k364(v, x, t) {
if (!o325(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o326(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueDateTime !== undefined ? c721 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueDateTime") return false
}
return true
}
function k365(v, x, t) {
if (!o326(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const q911 = aimOf({"types":["Location","Organization"],"plain":["Location"],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstOrganization"]})
function k366(v, x, t) {
if (!pointsRight(v, q911)) return false
return true
}
function o327(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k366(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k367(v, x, t) {
if (!o327(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s361(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d909, v.url) : -1)
if (at === 0) {
n0++
if (!k363(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k364(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k365(v, x, t)) return false
continue
}
if (at === 3) {
n3++
if (!k367(v, x, t)) return false
continue
}
}
if (n1 > 1 || n2 > 1 || n3 > 1) return false
return true
}
function k368(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/record-entry") return false
return true
}
function o323(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s361(v, x, n, "Extension")) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k368(v, x, "uri")) return false
}
{
const h = choiceOf(o, c820, "value")
if (h !== undefined) return false
}
return true
}
function k369(v, x, t) {
if (!o323(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k370(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/recorded-at") return false
return true
}
function o328(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k370(v, x, "uri")) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k366(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k371(v, x, t) {
if (!o328(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k372(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/replaced-decision") return false
return true
}
const q912 = aimOf({"types":["Observation"],"plain":["Observation"],"profiles":[]})
function k373(v, x, t) {
if (!pointsRight(v, q912)) return false
return true
}
function o329(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k372(v, x, "uri")) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k373(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k374(v, x, t) {
if (!o329(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k375(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/responsible-council") return false
return true
}
function o330(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k375(v, x, "uri")) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k270(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k376(v, x, t) {
if (!o330(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k377(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/source-recorded") return false
return true
}
function o331(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k377(v, x, "uri")) return false
}
{
const h = o.valueInstant !== undefined ? c905 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueInstant") return false
}
return true
}
function k378(v, x, t) {
if (!o331(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k379(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/trigger-factor") return false
return true
}
function o332(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k379(v, x, "uri")) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k380(v, x, t) {
if (!o332(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const d913 = slicesByText([["who","",0],["name","",1],["role","",2],["telecom","",3]])
const q914 = aimOf({"types":["RelatedPerson","PractitionerRole","Practitioner","Organization","CareTeam"],"plain":["Practitioner","CareTeam"],"profiles":["https://home-first.example/fhir/StructureDefinition/HomeFirstRelatedPerson","https://home-first.example/fhir/StructureDefinition/HomeFirstPractitionerRole","https://home-first.example/fhir/StructureDefinition/HomeFirstOrganization"]})
function k382(v, x, t) {
if (!pointsRight(v, q914)) return false
return true
}
function o334(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k382(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k383(v, x, t) {
if (!o334(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o335(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueString !== undefined ? c689 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueString") return false
}
return true
}
function k384(v, x, t) {
if (!o335(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o336(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k385(v, x, t) {
if (!o336(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function o337(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const h = o.valueContactPoint !== undefined ? c883 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueContactPoint") return false
}
return true
}
function k386(v, x, t) {
if (!o337(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function s381(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d913, v.url) : -1)
if (at === 0) {
n0++
if (!k383(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k384(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k385(v, x, t)) return false
continue
}
if (at === 3) {
n3++
if (!k386(v, x, t)) return false
continue
}
}
if (n0 > 1 || n1 > 1 || n2 > 1) return false
return true
}
function k387(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/who-to-contact") return false
return true
}
function o333(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s381(v, x, n, "Extension")) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k387(v, x, "uri")) return false
}
{
const h = choiceOf(o, c820, "value")
if (h !== undefined) return false
}
return true
}
const i269 = (() => {
function f7(env, value) { const a4 = value?.extension; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if (((v6?.url === "who" || v6?.url === "name") || v6?.url === "telecom")) { return true; } } } return false }
return (value, extra, env) => { try { return f7(env, value) } catch (thrown) { $.failed(env, thrown, "extension.where(url = 'who' or url = 'name' or url = 'telecom').exists()"); return false } }
})()
function k388(v, x, t) {
if (!o333(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
if (!i269(v, x, c)) return false
return true
}
function k389(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/withheld-from") return false
return true
}
function o338(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k389(v, x, "uri")) return false
}
{
const h = o.valueReference !== undefined ? c882 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueReference") return false
if (h !== undefined && !k270(o[h.key], o[h.extra], h.type)) return false
}
return true
}
function k390(v, x, t) {
if (!o338(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
function k391(v, x, t) {
if (v !== "https://home-first.example/fhir/StructureDefinition/work-type") return false
return true
}
function o339(o) {
if (typeof o !== 'object' || o === null) return true
{
const v = o.extension
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0) return false
}
{
const v = o.url
const x = o._url, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k391(v, x, "uri")) return false
}
{
const h = o.valueCodeableConcept !== undefined ? c695 : choiceOf(o, c820, "value")
if (h === undefined) return false
if (h !== undefined && h.key !== "valueCodeableConcept") return false
}
return true
}
function k392(v, x, t) {
if (!o339(typeof v === 'object' && t !== 'decimal' ? v : (x ?? nothing))) return false
return true
}
const u915 = tableOf([["_id","Extension.id|string",0],["_url","Extension.url|uri",0]])
function z393(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Extension.value", d + 1, undefined)) return false; s0 |= 2; a0 = v; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
{
const v = a0
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q797)) return false
}
return true
}
const u916 = tableOf([["_id","Extension.id|string",0],["_url","Extension.url|uri",0],["_valueDecimal","Extension.value|decimal",0]])
function z394(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', a0, a1
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 12:
if (k === "valueDecimal") { if (!isDecimal(v)) return false; s0 |= 2; a0 = v; if (h0 !== '' && h0 !== "valueDecimal") return false; h0 = "valueDecimal"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u916, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
if (k === "_valueDecimal") { s0 |= 2; a1 = v; if (h0 !== '' && h0 !== "valueDecimal") return false; h0 = "valueDecimal"; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
{
const v = a0
const x = a1, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k273(v, x, "decimal")) return false
}
return true
}
const u917 = tableOf([["_id","Extension.id|string",0],["_url","Extension.url|uri",0],["_valueString","Extension.value|string",0]])
function z395(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 11:
if (k === "valueString") { if (!isString(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u917, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
if (k === "_valueString") { s0 |= 2; if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
return true
}
function s397(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d888, v.url) : -1)
if (at === 0) {
n0++
if (!k278(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k279(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k281(v, x, t)) return false
continue
}
if (at === 3) {
n3++
if (!k282(v, x, t)) return false
continue
}
if (at === 4) {
n4++
if (!k284(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1 || n1 > 1 || n2 > 1 || n3 > 1 || n4 > 1) return false
return true
}
function z396(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 2; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c382, p, o, d + 1)) return false; s0 |= 1; a0 = v; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === true) return false
{
const v = a0
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (!s397(v, x, n, "Extension")) return false
}
return true
}
function s399(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d891, v.url) : -1)
if (at === 0) {
n0++
if (!k288(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k290(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k291(v, x, t)) return false
continue
}
if (at === 3) {
n3++
if (!k292(v, x, t)) return false
continue
}
if (at === 4) {
n4++
if (!k293(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1 || n1 > 1 || n2 > 1 || n3 > 1 || n4 > 1) return false
return true
}
function z398(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 2; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c382, p, o, d + 1)) return false; s0 |= 1; a0 = v; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === true) return false
{
const v = a0
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (!s399(v, x, n, "Extension")) return false
}
return true
}
function z400(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', a0, a1
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Extension.value", d + 1, undefined)) return false; s0 |= 2; a1 = v; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
case 20:
if (k === "valueCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "Extension.value", d + 1)) return false; s0 |= 2; a0 = v; if (h0 !== '' && h0 !== "valueCodeableConcept") return false; h0 = "valueCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
{
const v = a0
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q893)) return false
}
{
const v = a1
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q893)) return false
}
return true
}
function s402(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d894, v.url) : -1)
if (at === 0) {
n0++
if (!k300(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k301(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k302(v, x, t)) return false
continue
}
if (at === 3) {
n3++
if (!k303(v, x, t)) return false
continue
}
if (at === 4) {
n4++
if (!k304(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1 || n1 > 1 || n2 > 1 || n3 > 1 || n4 > 1) return false
return true
}
function z401(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 2; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c382, p, o, d + 1)) return false; s0 |= 1; a0 = v; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === true) return false
{
const v = a0
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (!s402(v, x, n, "Extension")) return false
}
return true
}
function z403(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Extension.value", d + 1, undefined)) return false; s0 |= 2; a0 = v; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
{
const v = a0
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q671)) return false
}
return true
}
function s405(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d897, v.url) : -1)
if (at === 0) {
n0++
if (!k310(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k311(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1 || n1 > 1) return false
return true
}
function z404(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 2; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c382, p, o, d + 1)) return false; s0 |= 1; a0 = v; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === true) return false
{
const v = a0
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (!s405(v, x, n, "Extension")) return false
}
return true
}
function z406(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 11:
if (k === "valueString") { if (!isString(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u917, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
if (k === "_valueString") { s0 |= 2; if (h0 !== '' && h0 !== "valueString") return false; h0 = "valueString"; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
return true
}
function z407(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 20:
if (k === "valueCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "Extension.value", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueCodeableConcept") return false; h0 = "valueCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
return true
}
function z408(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Extension.value", d + 1, undefined)) return false; s0 |= 2; a0 = v; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
{
const v = a0
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q797)) return false
}
return true
}
function z409(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 20:
if (k === "valueCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "Extension.value", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueCodeableConcept") return false; h0 = "valueCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
return true
}
function s411(a, b, count, t) {
let last = -1, isPast = false, n0 = 0
for (let i = 0; i < count; i++) {
const v = itemOf(a, i), x = itemOf(b, i)
if (m900(v, t)) {
n0++
continue
}
}
if (n0 > 1) return false
return true
}
function z410(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Extension.value", d + 1, undefined)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
case 20:
if (k === "valueCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "Extension.value", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueCodeableConcept") return false; h0 = "valueCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
{
const h = choiceOf(o, c820, "value")
if (h !== undefined && !k323(o[h.key], o[h.extra], h.type)) return false
if (!(h === undefined ? s411(none, none, 0, '') : s411([o[h.key]], [o[h.extra]], 1, h.type))) return false
}
return true
}
function z412(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', a0, a1
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 12:
if (k === "valueDecimal") { if (!isDecimal(v)) return false; s0 |= 2; a0 = v; if (h0 !== '' && h0 !== "valueDecimal") return false; h0 = "valueDecimal"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u916, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
if (k === "_valueDecimal") { s0 |= 2; a1 = v; if (h0 !== '' && h0 !== "valueDecimal") return false; h0 = "valueDecimal"; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
{
const v = a0
const x = a1, n = v === undefined && x === undefined ? 0 : 1
if (n > 0 && !k273(v, x, "decimal")) return false
}
return true
}
function s414(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d901, v.url) : -1)
if (at === 0) {
n0++
if (!k330(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k331(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k332(v, x, t)) return false
continue
}
}
if (n0 > 1 || n1 > 1 || n2 < 1 || n2 > 1) return false
return true
}
function z413(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 2; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c382, p, o, d + 1)) return false; s0 |= 1; a0 = v; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === true) return false
{
const v = a0
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (!s414(v, x, n, "Extension")) return false
}
return true
}
function s416(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d903, v.url) : -1)
if (at === 0) {
n0++
if (!k337(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k338(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k339(v, x, t)) return false
continue
}
}
if (n0 < 1 || n0 > 1 || n1 < 1 || n1 > 1 || n2 > 1) return false
return true
}
function z415(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 2; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c382, p, o, d + 1)) return false; s0 |= 1; a0 = v; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 2; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === true) return false
{
const v = a0
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n < 2) return false
if (!s416(v, x, n, "Extension")) return false
}
return true
}
function z417(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Extension.value", d + 1, undefined)) return false; s0 |= 2; a0 = v; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
{
const v = a0
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q797)) return false
}
return true
}
function z418(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Extension.value", d + 1, undefined)) return false; s0 |= 2; a0 = v; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
{
const v = a0
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q797)) return false
}
return true
}
function z419(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Extension.value", d + 1, undefined)) return false; s0 |= 2; a0 = v; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
{
const v = a0
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q797)) return false
}
return true
}
function z420(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 11:
if (k === "valuePeriod") { if (!isJson(v) || !t_Period(v, "Extension.value", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valuePeriod") return false; h0 = "valuePeriod"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
return true
}
function s422(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d906, v.url) : -1)
if (at === 0) {
n0++
if (!k351(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k353(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k354(v, x, t)) return false
continue
}
if (at === 3) {
n3++
if (!k355(v, x, t)) return false
continue
}
if (at === 4) {
n4++
if (!k356(v, x, t)) return false
continue
}
}
if (n0 > 1 || n1 > 1 || n2 > 1 || n3 > 1) return false
return true
}
function z421(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c382, p, o, d + 1)) return false; a0 = v; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if ((o.extension === undefined) === true) return false
{
const v = a0
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s422(v, x, n, "Extension")) return false
}
return true
}
const u918 = tableOf([["_id","Extension.id|string",0],["_url","Extension.url|uri",0],["_valueDateTime","Extension.value|dateTime",0]])
function z423(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 13:
if (k === "valueDateTime") { if (!isDateTime(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueDateTime") return false; h0 = "valueDateTime"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u918, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
if (k === "_valueDateTime") { s0 |= 2; if (h0 !== '' && h0 !== "valueDateTime") return false; h0 = "valueDateTime"; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
return true
}
function s425(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d909, v.url) : -1)
if (at === 0) {
n0++
if (!k363(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k364(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k365(v, x, t)) return false
continue
}
if (at === 3) {
n3++
if (!k367(v, x, t)) return false
continue
}
}
if (n1 > 1 || n2 > 1 || n3 > 1) return false
return true
}
function z424(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c382, p, o, d + 1)) return false; a0 = v; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if ((o.extension === undefined) === true) return false
{
const v = a0
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s425(v, x, n, "Extension")) return false
}
return true
}
function z426(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Extension.value", d + 1, undefined)) return false; s0 |= 2; a0 = v; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
{
const v = a0
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q911)) return false
}
return true
}
function z427(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Extension.value", d + 1, undefined)) return false; s0 |= 2; a0 = v; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
{
const v = a0
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q912)) return false
}
return true
}
function z428(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Extension.value", d + 1, undefined)) return false; s0 |= 2; a0 = v; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
{
const v = a0
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q797)) return false
}
return true
}
const u919 = tableOf([["_id","Extension.id|string",0],["_url","Extension.url|uri",0],["_valueInstant","Extension.value|instant",0]])
function z429(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 12:
if (k === "valueInstant") { if (!isInstant(v)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueInstant") return false; h0 = "valueInstant"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u919, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
if (k === "_valueInstant") { s0 |= 2; if (h0 !== '' && h0 !== "valueInstant") return false; h0 = "valueInstant"; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
return true
}
function z430(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 20:
if (k === "valueCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "Extension.value", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueCodeableConcept") return false; h0 = "valueCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
return true
}
function s432(a, b, count, t) {
let last = -1, isPast = false, n0 = 0, n1 = 0, n2 = 0, n3 = 0
for (let i = 0; i < count; i++) {
const v = a[i], x = undefined
const at = (isJson(v) ? sliceByText(d913, v.url) : -1)
if (at === 0) {
n0++
if (!k383(v, x, t)) return false
continue
}
if (at === 1) {
n1++
if (!k384(v, x, t)) return false
continue
}
if (at === 2) {
n2++
if (!k385(v, x, t)) return false
continue
}
if (at === 3) {
n3++
if (!k386(v, x, t)) return false
continue
}
}
if (n0 > 1 || n1 > 1 || n2 > 1) return false
return true
}
function z431(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 9:
if (k === "extension") { if (!extensions(v, false, c382, p, o, d + 1)) return false; a0 = v; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 1) return false
c.visited += n
if ((o.extension === undefined) === true) return false
{
const v = a0
const x = undefined, n = Array.isArray(v) ? v.length : 0
if (n > 0 && !s432(v, x, n, "Extension")) return false
}
return true
}
function k433(v, x, t) {
if (!i269(v, x, c)) return false
return true
}
const y920 = (v, p, d) => z431(v, p, d) && k433(v, undefined, 'Extension')
function z434(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = '', a0
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 14:
if (k === "valueReference") { if (!refers(v, "Extension.value", d + 1, undefined)) return false; s0 |= 2; a0 = v; if (h0 !== '' && h0 !== "valueReference") return false; h0 = "valueReference"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
{
const v = a0
const x = undefined, n = v === undefined ? 0 : 1
if (n > 0 && !pointsRight(v, q797)) return false
}
return true
}
function z435(o, p, d) {
if (d > 100 || c.visited > maxVisited) return false
let n = 0, s0 = 0, h0 = ''
for (const k in o) {
const v = o[k]
if (v === undefined) continue
n++
switch (k.length) {
case 2:
if (k === "id") { if (!isString(v)) return false; continue }
break
case 3:
if (k === "url") { s0 |= 1; continue }
break
case 20:
if (k === "valueCodeableConcept") { if (!isJson(v) || !t_CodeableConcept(v, "Extension.value", d + 1)) return false; s0 |= 2; if (h0 !== '' && h0 !== "valueCodeableConcept") return false; h0 = "valueCodeableConcept"; continue }
break
}
if (k.charCodeAt(0) === 95) {
if (!beside(u915, k, v, o, d + 1)) return false
if (k === "_url") { s0 |= 1; }
continue
}
return false
}
if (n === 0 || s0 !== 3) return false
c.visited += n
if ((o.extension === undefined) === (h0 === '')) return false
return true
}
const i270 = (value, extra, env) => { try { return (((($.isAny(value?.supportingInfo, undefined)) || (value?.encounter != null)) || ($.isAny(value?.basedOn, undefined))) || ($.isAny(value?.partOf, undefined))) } catch (thrown) { $.failed(env, thrown, "supportingInfo.exists() or encounter.exists() or basedOn.exists() or partOf.exists()"); return false } }
const i271 = (value, extra, env) => { try { return ((value?.status != null && value?.status !== "active") || (($.isAny(value?.goal, undefined)) && ($.isAny(value?.activity, undefined)))) } catch (thrown) { $.failed(env, thrown, "status = 'active' implies (goal.exists() and activity.exists())"); return false } }
const i272 = (() => {
function f7(env, value) { const a4 = value?.extension; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if (v6?.url === "https://home-first.example/fhir/StructureDefinition/delay-responsible-organization") { return true; } } } return false }
function f27(v20, env, value) { const a24 = v20?.code?.coding; if (Array.isArray(a24)) for (let i25 = 0; i25 < a24.length; i25++) { const v26 = a24[i25]; if (v26 != null) { if ((v26?.system === "https://home-first.example/fhir/CodeSystem/decision" && v26?.code === "delay-responsibility")) { return true; } } } return false }
function f28(env, value) { const a18 = value?.component; if (Array.isArray(a18)) for (let i19 = 0; i19 < a18.length; i19++) { const v20 = a18[i19]; if (v20 != null) { if (f27(v20, env, value)) { return true; } } } return false }
return (value, extra, env) => { try { return (((value?.effectivePeriod?.end != null || value?.effectivePeriod?._end != null) || f7(env, value)) || f28(env, value)) } catch (thrown) { $.failed(env, thrown, "effective.end.exists() or extension.where(url = 'https://home-first.example/fhir/StructureDefinition/delay-responsible-organization').exists() or component.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/decision' and code = 'delay-responsibility').exists()).exists()"); return false } }
})()
const i273 = (() => {
function f20(v13, env, value) { const a17 = v13?.code?.coding; if (Array.isArray(a17)) for (let i18 = 0; i18 < a17.length; i18++) { const v19 = a17[i18]; if (v19 != null) { if ((v19?.system === "http://snomed.info/sct" && v19?.code === "933361000000108")) { return true; } } } return false }
function f21(env, value) { const a11 = value?.section; if (Array.isArray(a11)) for (let i12 = 0; i12 < a11.length; i12++) { const v13 = a11[i12]; if (v13 != null) { if (f20(v13, env, value)) { return true; } } } return false }
return (value, extra, env) => { try { return f21(env, value) } catch (thrown) { $.failed(env, thrown, "section.where(code.coding.where(system = 'http://snomed.info/sct' and code = '933361000000108').exists()).exists()"); return false } }
})()
const i274 = (() => {
function f20(v13, env, value) { const a17 = v13?.code?.coding; if (Array.isArray(a17)) for (let i18 = 0; i18 < a17.length; i18++) { const v19 = a17[i18]; if (v19 != null) { if ((v19?.system === "http://snomed.info/sct" && v19?.code === "886811000000106")) { return true; } } } return false }
function f21(env, value) { const a11 = value?.section; if (Array.isArray(a11)) for (let i12 = 0; i12 < a11.length; i12++) { const v13 = a11[i12]; if (v13 != null) { if (f20(v13, env, value)) { return true; } } } return false }
return (value, extra, env) => { try { return f21(env, value) } catch (thrown) { $.failed(env, thrown, "section.where(code.coding.where(system = 'http://snomed.info/sct' and code = '886811000000106').exists()).exists()"); return false } }
})()
const i275 = (value, extra, env) => { try { return (!(value?.achievementStatus != null) || (value?.statusDate != null || value?._statusDate != null)) } catch (thrown) { $.failed(env, thrown, "achievementStatus.exists() implies statusDate.exists()"); return false } }
const i276 = (() => {
function f7(env, value) { const a4 = value?.identifier; if (Array.isArray(a4)) for (let i5 = 0; i5 < a4.length; i5++) { const v6 = a4[i5]; if (v6 != null) { if (v6?.system === "https://fhir.nhs.uk/Id/nhs-number") { return true; } } } return false }
return (value, extra, env) => { try { return (!f7(env, value) || (value?.birthDate != null || value?._birthDate != null)) } catch (thrown) { $.failed(env, thrown, "identifier.where(system = 'https://fhir.nhs.uk/Id/nhs-number').exists() implies birthDate.exists()"); return false } }
})()
const i277 = (value, extra, env) => { try { return ((((($.isAny(value?.reasonCode, undefined)) || ($.isAny(value?.reasonReference, undefined))) || ($.isAny(value?.supportingInfo, undefined))) || ($.isAny(value?.note, undefined))) || ($.isAny(value?.orderDetail, undefined))) } catch (thrown) { $.failed(env, thrown, "reasonCode.exists() or reasonReference.exists() or supportingInfo.exists() or note.exists() or orderDetail.exists()"); return false } }
const i278 = (() => {
function f6(env, value) { const a1 = value?.reasonCode; if (Array.isArray(a1)) for (let i2 = 0; i2 < a1.length; i2++) { const v3 = a1[i2]; if (v3 != null) { const v4 = v3?.text; const x5 = v3?._text; if (v4 != null || x5 != null) { return true; } } } return false }
return (value, extra, env) => { try { return (((value?.encounter != null) || ($.isAny(value?.note, undefined))) || f6(env, value)) } catch (thrown) { $.failed(env, thrown, "encounter.exists() or note.exists() or reasonCode.text.exists()"); return false } }
})()
return {
types: new Map([["Address", t_Address], ["Age", t_Age], ["AllergyIntolerance", t_AllergyIntolerance], ["Annotation", t_Annotation], ["Appointment", t_Appointment], ["Attachment", t_Attachment], ["AuditEvent", t_AuditEvent], ["BackboneElement", t_BackboneElement], ["Binary", t_Binary], ["Bundle", t_Bundle], ["CapabilityStatement", t_CapabilityStatement], ["CarePlan", t_CarePlan], ["CareTeam", t_CareTeam], ["CodeableConcept", t_CodeableConcept], ["Coding", t_Coding], ["Communication", t_Communication], ["Composition", t_Composition], ["Condition", t_Condition], ["Consent", t_Consent], ["ContactDetail", t_ContactDetail], ["ContactPoint", t_ContactPoint], ["Contributor", t_Contributor], ["Count", t_Count], ["DataRequirement", t_DataRequirement], ["Device", t_Device], ["DeviceRequest", t_DeviceRequest], ["DiagnosticReport", t_DiagnosticReport], ["Distance", t_Distance], ["DocumentReference", t_DocumentReference], ["Dosage", t_Dosage], ["Duration", t_Duration], ["Element", t_Element], ["Encounter", t_Encounter], ["Endpoint", t_Endpoint], ["EpisodeOfCare", t_EpisodeOfCare], ["Expression", t_Expression], ["Extension", t_Extension], ["Flag", t_Flag], ["Goal", t_Goal], ["HealthcareService", t_HealthcareService], ["HumanName", t_HumanName], ["Identifier", t_Identifier], ["List", t_List], ["Location", t_Location], ["Medication", t_Medication], ["MedicationRequest", t_MedicationRequest], ["MedicationStatement", t_MedicationStatement], ["MessageHeader", t_MessageHeader], ["Meta", t_Meta], ["Money", t_Money], ["Narrative", t_Narrative], ["Observation", t_Observation], ["OperationOutcome", t_OperationOutcome], ["Organization", t_Organization], ["OrganizationAffiliation", t_OrganizationAffiliation], ["ParameterDefinition", t_ParameterDefinition], ["Parameters", t_Parameters], ["Patient", t_Patient], ["Period", t_Period], ["Person", t_Person], ["Practitioner", t_Practitioner], ["PractitionerRole", t_PractitionerRole], ["Procedure", t_Procedure], ["Provenance", t_Provenance], ["Quantity", t_Quantity], ["Questionnaire", t_Questionnaire], ["QuestionnaireResponse", t_QuestionnaireResponse], ["Range", t_Range], ["Ratio", t_Ratio], ["Reference", t_Reference], ["RelatedArtifact", t_RelatedArtifact], ["RelatedPerson", t_RelatedPerson], ["Resource", t_Resource], ["SampledData", t_SampledData], ["ServiceRequest", t_ServiceRequest], ["Signature", t_Signature], ["Task", t_Task], ["Timing", t_Timing], ["TriggerDefinition", t_TriggerDefinition], ["UsageContext", t_UsageContext]]),
resources: new Set(["AllergyIntolerance","Appointment","AuditEvent","Binary","Bundle","CapabilityStatement","CarePlan","CareTeam","Communication","Composition","Condition","Consent","Device","DeviceRequest","DiagnosticReport","DocumentReference","Encounter","Endpoint","EpisodeOfCare","Flag","Goal","HealthcareService","List","Location","Medication","MedicationRequest","MedicationStatement","MessageHeader","Observation","OperationOutcome","Organization","OrganizationAffiliation","Parameters","Patient","Person","Practitioner","PractitionerRole","Procedure","Provenance","Questionnaire","QuestionnaireResponse","RelatedPerson","Resource","ServiceRequest","Task"]),
profiles: new Map([["https://home-first.example/fhir/StructureDefinition/HomeFirstAboutMe", { type: "QuestionnaireResponse", version: "0.1.0", check: k4, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstAdditionalSupportPlan", { type: "CarePlan", version: "0.1.0", check: k10, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstBestInterests", { type: "Observation", version: "0.1.0", check: k14, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstCapacity", { type: "Observation", version: "0.1.0", check: k18, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstCarePlan", { type: "CarePlan", version: "0.1.0", check: k23, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstContact", { type: "Encounter", version: "0.1.0", check: k26, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstContingencyPlan", { type: "CarePlan", version: "0.1.0", check: k32, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstContinuingHealthcare", { type: "Observation", version: "0.1.0", check: k36, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstCriteriaToReside", { type: "Observation", version: "0.1.0", check: k45, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstDecision", { type: "Observation", version: "0.1.0", check: k48, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstDelay", { type: "Observation", version: "0.1.0", check: k55, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstDescribedNeed", { type: "Observation", version: "0.1.0", check: k59, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstDischargeDocument", { type: "Bundle", version: "0.1.0", check: k67, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstDischargeSummary", { type: "Composition", version: "0.1.0", check: k94, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstDocument", { type: "DocumentReference", version: "0.1.0", check: k97, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstEligibilityAndFunding", { type: "Observation", version: "0.1.0", check: k103, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstFundingDecision", { type: "Observation", version: "0.1.0", check: k107, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstGoal", { type: "Goal", version: "0.1.0", check: k111, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstInvolvement", { type: "Observation", version: "0.1.0", check: k115, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstJourney", { type: "EpisodeOfCare", version: "0.1.0", check: k116, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstMessage", { type: "Bundle", version: "0.1.0", check: k126, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstMessageHeader", { type: "MessageHeader", version: "0.1.0", check: k128, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstNeed", { type: "Condition", version: "0.1.0", check: k132, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstNeedsAssessment", { type: "QuestionnaireResponse", version: "0.1.0", check: k137, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstNotice", { type: "Communication", version: "0.1.0", check: k139, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstOrganization", { type: "Organization", version: "0.1.0", check: k143, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstOutcome", { type: "Observation", version: "0.1.0", check: k146, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstPathwayDecision", { type: "Observation", version: "0.1.0", check: k153, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstPatient", { type: "Patient", version: "0.1.0", check: k161, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstPerson", { type: "Person", version: "0.1.0", check: k163, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstPractitionerRole", { type: "PractitionerRole", version: "0.1.0", check: k165, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstProviderAcceptance", { type: "Observation", version: "0.1.0", check: k173, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstReadiness", { type: "Observation", version: "0.1.0", check: k177, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstReferral", { type: "ServiceRequest", version: "0.1.0", check: k180, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstReferralDocument", { type: "Bundle", version: "0.1.0", check: k186, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstReferralSummary", { type: "Composition", version: "0.1.0", check: k226, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstRelatedPerson", { type: "RelatedPerson", version: "0.1.0", check: k229, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstResponsibleCouncil", { type: "Observation", version: "0.1.0", check: k236, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstSafeguarding", { type: "Flag", version: "0.1.0", check: k238, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstSpell", { type: "Encounter", version: "0.1.0", check: k246, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstStrength", { type: "Observation", version: "0.1.0", check: k249, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/HomeFirstTask", { type: "Task", version: "0.1.0", check: k268, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/acting-team", { type: "Extension", version: "0.1.0", check: k271, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/action-confidence", { type: "Extension", version: "0.1.0", check: k274, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/action-strategy", { type: "Extension", version: "0.1.0", check: k276, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/advance-statement", { type: "Extension", version: "0.1.0", check: k286, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/agreement", { type: "Extension", version: "0.1.0", check: k295, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/anticipatory-provision", { type: "Extension", version: "0.1.0", check: k298, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/authority", { type: "Extension", version: "0.1.0", check: k306, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/carer-own-record", { type: "Extension", version: "0.1.0", check: k308, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/coping-strategy", { type: "Extension", version: "0.1.0", check: k313, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/decision-in-question", { type: "Extension", version: "0.1.0", check: k315, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/decision-reason", { type: "Extension", version: "0.1.0", check: k317, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/delay-responsible-organization", { type: "Extension", version: "0.1.0", check: k319, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/early-warning-sign", { type: "Extension", version: "0.1.0", check: k321, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/funding-source", { type: "Extension", version: "0.1.0", check: k325, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/goal-importance", { type: "Extension", version: "0.1.0", check: k327, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/involved-person", { type: "Extension", version: "0.1.0", check: k334, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/link-evidence", { type: "Extension", version: "0.1.0", check: k341, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/on-behalf-of", { type: "Extension", version: "0.1.0", check: k343, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/organization-member", { type: "Extension", version: "0.1.0", check: k345, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/organization-successor", { type: "Extension", version: "0.1.0", check: k347, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/organization-validity", { type: "Extension", version: "0.1.0", check: k349, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/plan-review", { type: "Extension", version: "0.1.0", check: k358, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/plan-updated", { type: "Extension", version: "0.1.0", check: k360, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/record-entry", { type: "Extension", version: "0.1.0", check: k369, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/recorded-at", { type: "Extension", version: "0.1.0", check: k371, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/replaced-decision", { type: "Extension", version: "0.1.0", check: k374, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/responsible-council", { type: "Extension", version: "0.1.0", check: k376, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/source-recorded", { type: "Extension", version: "0.1.0", check: k378, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/trigger-factor", { type: "Extension", version: "0.1.0", check: k380, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/who-to-contact", { type: "Extension", version: "0.1.0", check: k388, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/withheld-from", { type: "Extension", version: "0.1.0", check: k390, of: undefined, isRight: false, others: undefined }],
["https://home-first.example/fhir/StructureDefinition/work-type", { type: "Extension", version: "0.1.0", check: k392, of: undefined, isRight: false, others: undefined }]]),
extensions: new Map([["https://home-first.example/fhir/StructureDefinition/acting-team", { isModifier: false, contexts: { elements: ["PractitionerRole"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z393 }],
["https://home-first.example/fhir/StructureDefinition/action-confidence", { isModifier: false, contexts: { elements: ["CarePlan.activity.detail"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z394 }],
["https://home-first.example/fhir/StructureDefinition/action-strategy", { isModifier: false, contexts: { elements: ["CarePlan.activity.detail"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z395 }],
["https://home-first.example/fhir/StructureDefinition/advance-statement", { isModifier: false, contexts: { elements: ["CarePlan"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z396 }],
["https://home-first.example/fhir/StructureDefinition/agreement", { isModifier: false, contexts: { elements: ["CarePlan","Goal"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z398 }],
["https://home-first.example/fhir/StructureDefinition/anticipatory-provision", { isModifier: false, contexts: { elements: ["CarePlan"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z400 }],
["https://home-first.example/fhir/StructureDefinition/authority", { isModifier: false, contexts: { elements: ["RelatedPerson"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z401 }],
["https://home-first.example/fhir/StructureDefinition/carer-own-record", { isModifier: false, contexts: { elements: ["RelatedPerson"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z403 }],
["https://home-first.example/fhir/StructureDefinition/coping-strategy", { isModifier: false, contexts: { elements: ["CarePlan"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z404 }],
["https://home-first.example/fhir/StructureDefinition/decision-in-question", { isModifier: false, contexts: { elements: ["Observation"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z406 }],
["https://home-first.example/fhir/StructureDefinition/decision-reason", { isModifier: false, contexts: { elements: ["Observation"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z407 }],
["https://home-first.example/fhir/StructureDefinition/delay-responsible-organization", { isModifier: false, contexts: { elements: ["Observation"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z408 }],
["https://home-first.example/fhir/StructureDefinition/early-warning-sign", { isModifier: false, contexts: { elements: ["CarePlan"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z409 }],
["https://home-first.example/fhir/StructureDefinition/funding-source", { isModifier: false, contexts: { elements: ["CarePlan"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z410 }],
["https://home-first.example/fhir/StructureDefinition/goal-importance", { isModifier: false, contexts: { elements: ["Goal"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z412 }],
["https://home-first.example/fhir/StructureDefinition/involved-person", { isModifier: false, contexts: { elements: ["Observation","ServiceRequest","CarePlan"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z413 }],
["https://home-first.example/fhir/StructureDefinition/link-evidence", { isModifier: false, contexts: { elements: ["Person.link"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z415 }],
["https://home-first.example/fhir/StructureDefinition/on-behalf-of", { isModifier: false, contexts: { elements: ["PractitionerRole","Observation","Task"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z417 }],
["https://home-first.example/fhir/StructureDefinition/organization-member", { isModifier: false, contexts: { elements: ["Organization"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z418 }],
["https://home-first.example/fhir/StructureDefinition/organization-successor", { isModifier: false, contexts: { elements: ["Organization"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z419 }],
["https://home-first.example/fhir/StructureDefinition/organization-validity", { isModifier: false, contexts: { elements: ["Organization"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z420 }],
["https://home-first.example/fhir/StructureDefinition/plan-review", { isModifier: false, contexts: { elements: ["CarePlan","CarePlan.activity.detail"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z421 }],
["https://home-first.example/fhir/StructureDefinition/plan-updated", { isModifier: false, contexts: { elements: ["CarePlan","CarePlan.activity.detail"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z423 }],
["https://home-first.example/fhir/StructureDefinition/record-entry", { isModifier: false, contexts: { elements: ["QuestionnaireResponse.item"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z424 }],
["https://home-first.example/fhir/StructureDefinition/recorded-at", { isModifier: false, contexts: { elements: ["CarePlan","Goal","QuestionnaireResponse"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z426 }],
["https://home-first.example/fhir/StructureDefinition/replaced-decision", { isModifier: false, contexts: { elements: ["Observation"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z427 }],
["https://home-first.example/fhir/StructureDefinition/responsible-council", { isModifier: false, contexts: { elements: ["Observation"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z428 }],
["https://home-first.example/fhir/StructureDefinition/source-recorded", { isModifier: false, contexts: { elements: ["Meta"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z429 }],
["https://home-first.example/fhir/StructureDefinition/trigger-factor", { isModifier: false, contexts: { elements: ["CarePlan"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z430 }],
["https://home-first.example/fhir/StructureDefinition/who-to-contact", { isModifier: false, contexts: { elements: ["CarePlan"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: y920 }],
["https://home-first.example/fhir/StructureDefinition/withheld-from", { isModifier: false, contexts: { elements: ["Flag","Observation","DocumentReference","QuestionnaireResponse","ServiceRequest","Condition","CarePlan","Task","Encounter","RelatedPerson"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z434 }],
["https://home-first.example/fhir/StructureDefinition/work-type", { isModifier: false, contexts: { elements: ["ServiceRequest","Task","CarePlan","Observation"], extensions: [], paths: [], ancestors: undefined, path: '', isPlace: false }, check: undefined, whole: z435 }]]),
invariants: new Map([["Age (code.exists() or value.empty()) and (system.empty() or system = %ucum) and (value.empty() or value.hasValue().not() or value > 0)", i0],
["Age code.empty() or system.exists()", i1],
["AllergyIntolerance verificationStatus.coding.where(system = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification' and code = 'entered-in-error').exists() or clinicalStatus.exists()", i2],
["AllergyIntolerance verificationStatus.coding.where(system = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification' and code = 'entered-in-error').empty() or clinicalStatus.empty()", i3],
["AllergyIntolerance contained.contained.empty()", i4],
["AllergyIntolerance contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i5],
["AllergyIntolerance contained.meta.security.empty()", i6],
["Appointment start.exists() = end.exists()", i7],
["Appointment (start.exists() and end.exists()) or (status in ('proposed' | 'cancelled' | 'waitlist'))", i8],
["Appointment Appointment.cancelationReason.exists() implies (Appointment.status='noshow' or Appointment.status='cancelled')", i9],
["Appointment contained.contained.empty()", i10],
["Appointment contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i11],
["Appointment contained.meta.security.empty()", i12],
["Appointment.participant type.exists() or actor.exists()", i13],
["Attachment data.empty() or contentType.exists()", i14],
["AuditEvent contained.contained.empty()", i15],
["AuditEvent contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i16],
["AuditEvent contained.meta.security.empty()", i17],
["AuditEvent.entity name.empty() or query.empty()", i18],
["Bundle total.empty() or (type = 'searchset') or (type = 'history')", i19],
["Bundle entry.search.empty() or (type = 'searchset')", i20],
["Bundle entry.all(request.exists() = (%resource.type = 'batch' or %resource.type = 'transaction' or %resource.type = 'history'))", i21],
["Bundle entry.all(response.exists() = (%resource.type = 'batch-response' or %resource.type = 'transaction-response' or %resource.type = 'history'))", i22],
["Bundle (type = 'history') or entry.where(fullUrl.exists()).select(fullUrl&resource.meta.versionId).isDistinct()", i23],
["Bundle type = 'document' implies (identifier.system.exists() and identifier.value.exists())", i24],
["Bundle type = 'document' implies (timestamp.hasValue())", i25],
["Bundle type = 'document' implies entry.first().resource.is(Composition)", i26],
["Bundle type = 'message' implies entry.first().resource.is(MessageHeader)", i27],
["Bundle.entry resource.exists() or request.exists() or response.exists()", i28],
["Bundle.entry fullUrl.exists() implies fullUrl.contains('/_history/').not()", i29],
["CapabilityStatement rest.exists() or messaging.exists() or document.exists()", i30],
["CapabilityStatement (description.count() + software.count() + implementation.count()) > 0", i31],
["CapabilityStatement messaging.endpoint.empty() or kind = 'instance'", i32],
["CapabilityStatement document.select(profile&mode).isDistinct()", i33],
["CapabilityStatement (kind != 'instance') or implementation.exists()", i34],
["CapabilityStatement (kind != 'capability') or (implementation.exists().not() and software.exists())", i35],
["CapabilityStatement (kind!='requirements') or (implementation.exists().not() and software.exists().not())", i36],
["CapabilityStatement contained.contained.empty()", i37],
["CapabilityStatement contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i38],
["CapabilityStatement contained.meta.security.empty()", i39],
["CapabilityStatement.rest resource.select(type).isDistinct()", i40],
["CapabilityStatement.rest.resource searchParam.select(name).isDistinct()", i41],
["CarePlan contained.contained.empty()", i42],
["CarePlan contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i43],
["CarePlan contained.meta.security.empty()", i44],
["CarePlan.activity detail.empty() or reference.empty()", i45],
["CareTeam contained.contained.empty()", i46],
["CareTeam contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i47],
["CareTeam contained.meta.security.empty()", i48],
["CareTeam.participant onBehalfOf.exists() implies (member.resolve().iif(empty(), true, ofType(Practitioner).exists()))", i49],
["Communication contained.contained.empty()", i50],
["Communication contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i51],
["Communication contained.meta.security.empty()", i52],
["Composition contained.contained.empty()", i53],
["Composition contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i54],
["Composition contained.meta.security.empty()", i55],
["Composition.section text.exists() or entry.exists() or section.exists()", i56],
["Composition.section emptyReason.empty() or entry.empty()", i57],
["Condition abatement.empty() or clinicalStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-clinical' and (code='resolved' or code='remission' or code='inactive')).exists()", i58],
["Condition verificationStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-ver-status' and code='entered-in-error').empty() or clinicalStatus.empty()", i59],
["Condition contained.contained.empty()", i60],
["Condition contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i61],
["Condition contained.meta.security.empty()", i62],
["Condition.stage summary.exists() or assessment.exists()", i63],
["Condition.evidence code.exists() or detail.exists()", i64],
["Consent contained.contained.empty()", i65],
["Consent contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i66],
["Consent contained.meta.security.empty()", i67],
["Consent policy.exists() or policyRule.exists()", i68],
["ContactPoint value.empty() or system.exists()", i69],
["Count (code.exists() or value.empty()) and (system.empty() or system = %ucum) and (code.empty() or code = '1') and (value.empty() or value.hasValue().not() or value.toString().contains('.').not())", i70],
["Count code.empty() or system.exists()", i71],
["DataRequirement.codeFilter path.exists() xor searchParam.exists()", i72],
["DataRequirement.dateFilter path.exists() xor searchParam.exists()", i73],
["Device contained.contained.empty()", i74],
["Device contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i75],
["Device contained.meta.security.empty()", i76],
["DeviceRequest contained.contained.empty()", i77],
["DeviceRequest contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i78],
["DeviceRequest contained.meta.security.empty()", i79],
["DiagnosticReport contained.contained.empty()", i80],
["DiagnosticReport contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i81],
["DiagnosticReport contained.meta.security.empty()", i82],
["Distance (code.exists() or value.empty()) and (system.empty() or system = %ucum)", i83],
["Distance code.empty() or system.exists()", i84],
["DocumentReference contained.contained.empty()", i85],
["DocumentReference contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i86],
["DocumentReference contained.meta.security.empty()", i87],
["Duration code.exists() implies ((system = %ucum) and value.exists())", i88],
["Duration code.empty() or system.exists()", i89],
["Encounter contained.contained.empty()", i90],
["Encounter contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i91],
["Encounter contained.meta.security.empty()", i92],
["Endpoint contained.contained.empty()", i93],
["Endpoint contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i94],
["Endpoint contained.meta.security.empty()", i95],
["EpisodeOfCare contained.contained.empty()", i96],
["EpisodeOfCare contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i97],
["EpisodeOfCare contained.meta.security.empty()", i98],
["Expression expression.exists() or reference.exists()", i99],
["Flag contained.contained.empty()", i100],
["Flag contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i101],
["Flag contained.meta.security.empty()", i102],
["Goal contained.contained.empty()", i103],
["Goal contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i104],
["Goal contained.meta.security.empty()", i105],
["Goal.target (detail.exists() and measure.exists()) or detail.exists().not()", i106],
["HealthcareService contained.contained.empty()", i107],
["HealthcareService contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i108],
["HealthcareService contained.meta.security.empty()", i109],
["List contained.contained.empty()", i110],
["List contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i111],
["List contained.meta.security.empty()", i112],
["List emptyReason.empty() or entry.empty()", i113],
["List mode = 'changes' or entry.deleted.empty()", i114],
["List mode = 'working' or entry.date.empty()", i115],
["Location contained.contained.empty()", i116],
["Location contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i117],
["Location contained.meta.security.empty()", i118],
["Medication contained.contained.empty()", i119],
["Medication contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i120],
["Medication contained.meta.security.empty()", i121],
["MedicationRequest contained.contained.empty()", i122],
["MedicationRequest contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i123],
["MedicationRequest contained.meta.security.empty()", i124],
["MedicationStatement contained.contained.empty()", i125],
["MedicationStatement contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i126],
["MedicationStatement contained.meta.security.empty()", i127],
["MessageHeader contained.contained.empty()", i128],
["MessageHeader contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i129],
["MessageHeader contained.meta.security.empty()", i130],
["Observation contained.contained.empty()", i131],
["Observation contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i132],
["Observation contained.meta.security.empty()", i133],
["Observation dataAbsentReason.empty() or value.empty()", i134],
["Observation value.empty() or component.code.where(coding.intersect(%resource.code.coding).exists()).empty()", i135],
["Observation.referenceRange low.exists() or high.exists() or text.exists()", i136],
["OperationOutcome contained.contained.empty()", i137],
["OperationOutcome contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i138],
["OperationOutcome contained.meta.security.empty()", i139],
["ContactPoint where(use = 'home').empty()", i140],
["Address where(use = 'home').empty()", i141],
["Organization contained.contained.empty()", i142],
["Organization contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i143],
["Organization contained.meta.security.empty()", i144],
["Organization (identifier.count() + name.count()) > 0", i145],
["OrganizationAffiliation contained.contained.empty()", i146],
["OrganizationAffiliation contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i147],
["OrganizationAffiliation contained.meta.security.empty()", i148],
["Parameters.parameter (part.exists() and value.empty() and resource.empty()) or (part.empty() and (value.exists() xor resource.exists()))", i149],
["Patient contained.contained.empty()", i150],
["Patient contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i151],
["Patient contained.meta.security.empty()", i152],
["Patient.contact name.exists() or telecom.exists() or address.exists() or organization.exists()", i153],
["Period start.hasValue().not() or end.hasValue().not() or (start <= end)", i154],
["Person contained.contained.empty()", i155],
["Person contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i156],
["Person contained.meta.security.empty()", i157],
["Practitioner contained.contained.empty()", i158],
["Practitioner contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i159],
["Practitioner contained.meta.security.empty()", i160],
["PractitionerRole contained.contained.empty()", i161],
["PractitionerRole contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i162],
["PractitionerRole contained.meta.security.empty()", i163],
["Procedure contained.contained.empty()", i164],
["Procedure contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i165],
["Procedure contained.meta.security.empty()", i166],
["Provenance contained.contained.empty()", i167],
["Provenance contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i168],
["Provenance contained.meta.security.empty()", i169],
["Quantity code.empty() or system.exists()", i170],
["Questionnaire contained.contained.empty()", i171],
["Questionnaire contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i172],
["Questionnaire contained.meta.security.empty()", i173],
["Questionnaire descendants().linkId.isDistinct()", i174],
["Questionnaire.item (type='group' implies item.empty().not()) and (type.trace('type')='display' implies item.trace('item').empty())", i175],
["Questionnaire.item type!='display' or code.empty()", i176],
["Questionnaire.item answerOption.empty() or answerValueSet.empty()", i177],
["Questionnaire.item (type ='choice' or type = 'open-choice' or type = 'decimal' or type = 'integer' or type = 'date' or type = 'dateTime' or type = 'time' or type = 'string' or type = 'quantity') or (answerValueSet.empty() and answerOption.empty())", i178],
["Questionnaire.item type!='display' or (required.empty() and repeats.empty())", i179],
["Questionnaire.item (type!='group' and type!='display') or initial.empty()", i180],
["Questionnaire.item type!='display' or readOnly.empty()", i181],
["Questionnaire.item (type in ('boolean' | 'decimal' | 'integer' | 'string' | 'text' | 'url' | 'open-choice')) or maxLength.empty()", i182],
["Questionnaire.item answerOption.empty() or initial.empty()", i183],
["Questionnaire.item enableWhen.count() > 2 implies enableBehavior.exists()", i184],
["Questionnaire.item repeats=true or initial.count() <= 1", i185],
["Questionnaire.item.enableWhen operator = 'exists' implies (answer is Boolean)", i186],
["QuestionnaireResponse contained.contained.empty()", i187],
["QuestionnaireResponse contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i188],
["QuestionnaireResponse contained.meta.security.empty()", i189],
["QuestionnaireResponse.item (answer.exists() and item.exists()).not()", i190],
["Range low.empty() or high.empty() or (low <= high)", i191],
["Ratio (numerator.empty() xor denominator.exists()) and (numerator.exists() or extension.exists())", i192],
["RelatedPerson contained.contained.empty()", i193],
["RelatedPerson contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i194],
["RelatedPerson contained.meta.security.empty()", i195],
["ServiceRequest contained.contained.empty()", i196],
["ServiceRequest contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i197],
["ServiceRequest contained.meta.security.empty()", i198],
["ServiceRequest orderDetail.empty() or code.exists()", i199],
["Task contained.contained.empty()", i200],
["Task contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", i201],
["Task contained.meta.security.empty()", i202],
["Task lastModified.exists().not() or authoredOn.exists().not() or lastModified >= authoredOn", i203],
["Timing.repeat duration.empty() or durationUnit.exists()", i204],
["Timing.repeat period.empty() or periodUnit.exists()", i205],
["Timing.repeat duration.exists() implies duration >= 0", i206],
["Timing.repeat period.exists() implies period >= 0", i207],
["Timing.repeat periodMax.empty() or period.exists()", i208],
["Timing.repeat durationMax.empty() or duration.exists()", i209],
["Timing.repeat countMax.empty() or count.exists()", i210],
["Timing.repeat offset.empty() or (when.exists() and when.select($this in ('C' | 'CM' | 'CD' | 'CV')).allFalse())", i211],
["Timing.repeat timeOfDay.empty() or when.empty()", i212],
["TriggerDefinition data.empty() or timing.empty()", i213],
["TriggerDefinition condition.exists() implies data.exists()", i214],
["TriggerDefinition (type = 'named-event' implies name.exists()) and (type = 'periodic' implies timing.exists()) and (type.startsWith('data-') implies data.exists())", i215],
["CapabilityStatement name.matches('[A-Z]([A-Za-z0-9_]){0,254}')", i216],
["Condition clinicalStatus.exists() or verificationStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-ver-status' and code = 'entered-in-error').exists() or category.select($this='problem-list-item').empty()", i217],
["Extension extension.exists() != value.exists()", i218],
["Questionnaire name.matches('[A-Z]([A-Za-z0-9_]){0,254}')", i219],
["canonical $this = 'https://home-first.example/fhir/Questionnaire/AboutMe' or $this.startsWith('https://home-first.example/fhir/Questionnaire/AboutMe|')", i220],
["QuestionnaireResponse (status = 'completed' or status = 'amended') implies item.where(linkId = 'important' or linkId = 'people' or linkId = 'communicate' or linkId = 'wellness' or linkId = 'please-do' or linkId = 'support' or linkId = 'worth-knowing').item.answer.exists()", i221],
["CarePlan description.exists() or activity.exists() or supportingInfo.exists()", i222],
["CarePlan.activity reference.exists() or detail.code.exists() or detail.description.exists()", i223],
["CarePlan activity.detail.goal.reference.all($this in %resource.goal.reference)", i224],
["Encounter basedOn.exists() or episodeOfCare.exists()", i225],
["CarePlan activity.exists() or description.exists() or extension.where(url = 'https://home-first.example/fhir/StructureDefinition/who-to-contact').exists()", i226],
["Observation value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/continuing-healthcare' and (code = 'not-eligible' or code = 'disputed')).exists() implies extension.where(url = 'https://home-first.example/fhir/StructureDefinition/decision-reason').exists()", i227],
["Observation component.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/observation' and code = 'discharge-ready-date').exists()).exists() implies value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/criteria-to-reside-state' and code = 'no-longer-meets').exists()", i228],
["Observation value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/criteria-to-reside-state' and code = 'no-longer-meets').exists() implies (component.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/observation' and code = 'criterion').exists()).empty() and value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/criteria-to-reside').empty())", i229],
["Bundle entry.first().resource.subject.reference.exists() and entry.where(resource is Patient).fullUrl.exists($this.endsWith(%resource.entry.first().resource.subject.reference))", i230],
["Bundle entry.fullUrl.isDistinct()", i231],
["Bundle entry.where(resource is Patient).resource.all(name.exists() and birthDate.exists() and address.exists())", i232],
["Bundle entry.where(resource is AllergyIntolerance or resource is Condition or resource is Procedure).resource.all(code.exists())", i233],
["Bundle entry.where(resource is Encounter).exists() implies entry.where(resource is Encounter).resource.period.end.exists()", i234],
["Composition.section entry.exists() or section.exists() or emptyReason.exists() or (text.exists() and text.status != 'empty')", i235],
["Attachment url.exists() or data.exists()", i236],
["Observation component.where(value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/funding' and code = 'undecided').exists()).exists() implies component.where(value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/funding').exists()).count() = 1", i237],
["Observation value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/funding' and code = 'self-funded').exists() implies extension.where(url = 'https://home-first.example/fhir/StructureDefinition/involved-person').exists()", i238],
["Observation value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/objection' and code.endsWith('-objects')).exists() implies (value.text.exists() or note.exists() or extension.where(url = 'https://home-first.example/fhir/StructureDefinition/decision-reason').exists())", i239],
["Bundle entry.first().resource.ofType(MessageHeader).focus.reference.all($this.startsWith('urn:uuid:').not() or ($this in %resource.entry.fullUrl))", i240],
["Bundle entry.first().resource.ofType(MessageHeader).where(definition.startsWith('https://home-first.example/fhir/MessageDefinition/home-first-council-to-provider')).exists() implies entry.resource.where($this is Encounter or $this is Observation or $this is QuestionnaireResponse).empty()", i241],
["MessageHeader response.exists() or destination.receiver.exists()", i242],
["canonical $this = 'https://home-first.example/fhir/Questionnaire/HomeFirstReferralForm' or $this.startsWith('https://home-first.example/fhir/Questionnaire/HomeFirstReferralForm|')", i243],
["QuestionnaireResponse (status = 'completed' or status = 'amended') implies (item.where(linkId = 'person').item.where(linkId = 'person.name').item.answer.exists() and item.where(linkId = 'person').item.where(linkId = 'person.date-of-birth').answer.exists() and item.where(linkId = 'person').item.where(linkId = 'person.address').item.answer.exists())", i244],
["QuestionnaireResponse (status = 'completed' or status = 'amended') implies item.where(linkId = 'gp').item.where(linkId = 'gp.identifier').answer.exists()", i245],
["QuestionnaireResponse (status = 'completed' or status = 'amended') implies (item.where(linkId = 'local-authority').item.where(linkId = 'local-authority.name').answer.exists() and item.where(linkId = 'local-authority').item.where(linkId = 'local-authority.contact-name').answer.exists() and item.where(linkId = 'local-authority').item.where(linkId = 'local-authority.contact-details').answer.exists())", i246],
["QuestionnaireResponse (status = 'completed' or status = 'amended') implies item.where(linkId = 'referral').item.where(linkId = 'referral.referrer').item.where(linkId = 'referral.referrer.contact-details').answer.exists()", i247],
["QuestionnaireResponse (status = 'completed' or status = 'amended') implies item.where(linkId = 'care-needs').item.where(linkId = 'care-needs.statement').answer.exists()", i248],
["QuestionnaireResponse (status = 'completed' or status = 'amended') implies (item.where(linkId = 'allergies').exists() and item.where(linkId = 'allergies').all(item.where(linkId = 'allergies.causative-agent').answer.exists()))", i249],
["QuestionnaireResponse (status = 'completed' or status = 'amended') implies item.where(linkId = 'discharge').all(item.where(linkId = 'discharge.informed').item.where(linkId = 'discharge.informed.person').answer.exists() and item.where(linkId = 'discharge.informed').item.where(linkId = 'discharge.informed.carer').answer.exists())", i250],
["QuestionnaireResponse (item.where(linkId = 'discharge').item.where(linkId = 'discharge.informed').item.where(linkId = 'discharge.informed.carer') | item.where(linkId = 'assessment-notice').item.where(linkId = 'assessment-notice.carer-consulted')).answer.all(value.where(system = 'https://fhir.nhs.uk/ADW-CarerConsultationStatus-1' and (code = 'Y' or code = 'N' or code = 'NKC')).exists() or value.extension.where(url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason').exists())", i251],
["QuestionnaireResponse (status = 'completed' or status = 'amended') implies item.where(linkId = 'safeguarding').item.where(linkId = 'safeguarding.concerns').all(item.where(linkId = 'safeguarding.concerns.indicator').answer.exists())", i252],
["QuestionnaireResponse (status = 'completed' or status = 'amended') implies (item.where(linkId = 'professional-contacts').all(item.where(linkId = 'professional-contacts.contact-details').answer.exists()) and item.where(linkId = 'personal-contacts').all(item.where(linkId = 'personal-contacts.name').answer.exists() and item.where(linkId = 'personal-contacts.contact-details').answer.exists()))", i253],
["QuestionnaireResponse (status = 'completed' or status = 'amended') implies (item.where(linkId = 'procedures').all(item.where(linkId = 'procedures.procedure').answer.exists()) and item.where(linkId = 'medications').item.where(linkId = 'medications.entry').item.where(linkId = 'medications.entry.item').all(item.where(linkId = 'medications.entry.item.name').answer.exists()) and item.where(linkId = 'medications').item.where(linkId = 'medications.entry').item.where(linkId = 'medications.entry.device').all(item.where(linkId = 'medications.entry.device.statement').answer.exists()))", i254],
["QuestionnaireResponse (status = 'completed' or status = 'amended') implies item.where(linkId = 'alerts').all(item.where(linkId = 'alerts.alert').answer.exists())", i255],
["string $this.matches('^[0-9]{10}$') and (substring(0,1).toInteger() * 10 + substring(1,1).toInteger() * 9 + substring(2,1).toInteger() * 8 + substring(3,1).toInteger() * 7 + substring(4,1).toInteger() * 6 + substring(5,1).toInteger() * 5 + substring(6,1).toInteger() * 4 + substring(7,1).toInteger() * 3 + substring(8,1).toInteger() * 2 + substring(9,1).toInteger()) mod 11 = 0", i256],
["Observation value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/provider-acceptance' and (code = 'cannot-take' or code = 'other-reason' or code = 'withdrawn')).exists() implies extension.where(url = 'https://home-first.example/fhir/StructureDefinition/decision-reason').exists()", i257],
["Observation value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/provider-acceptance' and code = 'can-take-from').exists() implies component.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/task-output' and code = 'planned-start').exists()).exists()", i258],
["Observation value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/provider-acceptance' and code = 'can-take-with-conditions').exists() implies (value.text.exists() or note.exists() or extension.where(url = 'https://home-first.example/fhir/StructureDefinition/decision-reason').exists())", i259],
["RelatedPerson name.exists() or telecom.exists()", i260],
["RelatedPerson relationship.coding.where(system = 'https://home-first.example/fhir/CodeSystem/person-role' and code = 'representative').exists() implies extension.where(url = 'https://home-first.example/fhir/StructureDefinition/authority' and extension.where(url = 'kind').value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/authority' and code = 'none').empty()).exists()", i261],
["Observation value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/responsible-council-state' and code = 'disputed').exists() implies extension.where(url = 'https://home-first.example/fhir/StructureDefinition/decision-reason').exists()", i262],
["Observation component.where(value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/responsible-council-basis' and code = 'postcode').exists()).exists() implies value.coding.where(system = 'https://home-first.example/fhir/CodeSystem/responsible-council-state' and (code = 'accepted' or code = 'decided')).empty()", i263],
["Encounter status = 'finished' implies period.end.exists()", i264],
["Encounter status = 'in-progress' implies period.end.empty()", i265],
["Task output.where(type.coding.where(system = 'https://home-first.example/fhir/CodeSystem/task-output' and code = 'pathway').exists()).count() <= output.where(type.coding.where(system = 'https://home-first.example/fhir/CodeSystem/task-output' and code = 'pathway-reason').exists()).count()", i266],
["Task status = 'rejected' implies statusReason.exists()", i267],
["Task for.exists() or code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/task-code' and code = 'identify').exists()", i268],
["Extension extension.where(url = 'who' or url = 'name' or url = 'telecom').exists()", i269],
["CarePlan supportingInfo.exists() or encounter.exists() or basedOn.exists() or partOf.exists()", i270],
["CarePlan status = 'active' implies (goal.exists() and activity.exists())", i271],
["Observation effective.end.exists() or extension.where(url = 'https://home-first.example/fhir/StructureDefinition/delay-responsible-organization').exists() or component.where(code.coding.where(system = 'https://home-first.example/fhir/CodeSystem/decision' and code = 'delay-responsibility').exists()).exists()", i272],
["Composition section.where(code.coding.where(system = 'http://snomed.info/sct' and code = '933361000000108').exists()).exists()", i273],
["Composition section.where(code.coding.where(system = 'http://snomed.info/sct' and code = '886811000000106').exists()).exists()", i274],
["Goal achievementStatus.exists() implies statusDate.exists()", i275],
["Patient identifier.where(system = 'https://fhir.nhs.uk/Id/nhs-number').exists() implies birthDate.exists()", i276],
["ServiceRequest reasonCode.exists() or reasonReference.exists() or supportingInfo.exists() or note.exists() or orderDetail.exists()", i277],
["ServiceRequest encounter.exists() or note.exists() or reasonCode.text.exists()", i278]]),
messages: [{"url":"https://home-first.example/fhir/MessageDefinition/home-first-acute-to-hub","version":"0.1.0","event":{"system":"https://fhir.nhs.uk/CodeSystem/message-events-bars","code":"servicerequest-request"},"focus":[{"code":"MessageHeader","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstMessageHeader","max":1},{"code":"ServiceRequest","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstReferral","max":1},{"code":"Patient","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstPatient","max":1},{"code":"Encounter","min":0,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstSpell","max":1},{"code":"Organization","min":2},{"code":"Observation","min":0},{"code":"QuestionnaireResponse","min":0},{"code":"RelatedPerson","min":0,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstRelatedPerson"},{"code":"Flag","min":0,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstSafeguarding"},{"code":"DocumentReference","min":0},{"code":"Practitioner","min":0},{"code":"PractitionerRole","min":0},{"code":"Location","min":0},{"code":"Condition","min":0},{"code":"AllergyIntolerance","min":0},{"code":"CarePlan","min":0,"max":1},{"code":"Consent","min":0},{"code":"HealthcareService","min":0},{"code":"Binary","min":0}],"allowedResponses":["https://home-first.example/fhir/MessageDefinition/home-first-outcome"]},{"url":"https://home-first.example/fhir/MessageDefinition/home-first-council-to-provider","version":"0.1.0","event":{"system":"https://fhir.nhs.uk/CodeSystem/message-events-bars","code":"servicerequest-request"},"focus":[{"code":"MessageHeader","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstMessageHeader","max":1},{"code":"Task","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstTask","max":1},{"code":"Patient","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstPatient","max":1},{"code":"CarePlan","min":0},{"code":"Goal","min":0},{"code":"Organization","min":2},{"code":"RelatedPerson","min":0,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstRelatedPerson"},{"code":"ServiceRequest","min":0,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstReferral","max":1},{"code":"PractitionerRole","min":0},{"code":"Practitioner","min":0}],"allowedResponses":["https://home-first.example/fhir/MessageDefinition/home-first-outcome"]},{"url":"https://home-first.example/fhir/MessageDefinition/home-first-hub-to-community","version":"0.1.0","event":{"system":"https://fhir.nhs.uk/CodeSystem/message-events-bars","code":"servicerequest-request"},"focus":[{"code":"MessageHeader","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstMessageHeader","max":1},{"code":"Task","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstTask","max":1},{"code":"ServiceRequest","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstReferral","max":1},{"code":"Patient","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstPatient","max":1},{"code":"Encounter","min":0,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstSpell","max":1},{"code":"Organization","min":2},{"code":"Observation","min":0},{"code":"QuestionnaireResponse","min":0},{"code":"RelatedPerson","min":0,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstRelatedPerson"},{"code":"DocumentReference","min":0},{"code":"Flag","min":0,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstSafeguarding"},{"code":"PractitionerRole","min":0},{"code":"Practitioner","min":0},{"code":"CarePlan","min":0},{"code":"Binary","min":0}],"allowedResponses":["https://home-first.example/fhir/MessageDefinition/home-first-outcome"]},{"url":"https://home-first.example/fhir/MessageDefinition/home-first-hub-to-council","version":"0.1.0","event":{"system":"https://fhir.nhs.uk/CodeSystem/message-events-bars","code":"servicerequest-request"},"focus":[{"code":"MessageHeader","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstMessageHeader","max":1},{"code":"Task","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstTask","max":1},{"code":"ServiceRequest","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstReferral","max":1},{"code":"Patient","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstPatient","max":1},{"code":"Encounter","min":0,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstSpell","max":1},{"code":"Organization","min":2},{"code":"Observation","min":0},{"code":"QuestionnaireResponse","min":0},{"code":"RelatedPerson","min":0,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstRelatedPerson"},{"code":"DocumentReference","min":0},{"code":"Flag","min":0,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstSafeguarding"},{"code":"PractitionerRole","min":0},{"code":"Practitioner","min":0},{"code":"CarePlan","min":0},{"code":"Binary","min":0}],"allowedResponses":["https://home-first.example/fhir/MessageDefinition/home-first-outcome"]},{"url":"https://home-first.example/fhir/MessageDefinition/home-first-outcome","version":"0.1.0","event":{"system":"https://fhir.nhs.uk/CodeSystem/message-events-bars","code":"servicerequest-response"},"focus":[{"code":"MessageHeader","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstMessageHeader","max":1},{"code":"ServiceRequest","min":0,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstReferral","max":1},{"code":"Task","min":0,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstTask"},{"code":"OperationOutcome","min":0,"max":1},{"code":"Patient","min":0,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstPatient","max":1},{"code":"Organization","min":0},{"code":"Observation","min":0},{"code":"CarePlan","min":0},{"code":"Goal","min":0},{"code":"PractitionerRole","min":0},{"code":"Practitioner","min":0}],"allowedResponses":[]},{"url":"https://home-first.example/fhir/MessageDefinition/home-first-withdrawal","version":"0.1.0","event":{"system":"https://fhir.nhs.uk/CodeSystem/message-events-bars","code":"servicerequest-request"},"focus":[{"code":"MessageHeader","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstMessageHeader","max":1},{"code":"ServiceRequest","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstReferral","max":1},{"code":"Patient","min":1,"profile":"https://home-first.example/fhir/StructureDefinition/HomeFirstPatient","max":1},{"code":"Organization","min":2}],"allowedResponses":["https://home-first.example/fhir/MessageDefinition/home-first-outcome"]}],
}
})
