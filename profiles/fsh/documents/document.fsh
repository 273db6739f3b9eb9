// One document as a file: a letter, a form, a summary that came as a PDF.

Profile: HomeFirstDocument
Parent: DocumentReference
Id: HomeFirstDocument
Title: "Home First document"
Description: "A document that belongs to a journey and came as a file: where it is, what kind it is, whom it is about, and which version it replaces. A PDF never replaces the structured document (ITK3 Transfer of Care; reference/uk-fhir-standards.md §3.1). Tightened beyond R4: what kind of document, because a reader chooses by it; whom it is about; bytes that can be had, with their type, because a reference to nothing is worse than none. Its spell, date and author are carried when known: a form typed into an HL7 v2 message often has none."
* insert Ours
* meta.extension contains SourceRecorded named sourceRecorded 0..1 MS
* masterIdentifier MS
* masterIdentifier.system 1..1
* masterIdentifier.value 1..1
* identifier.system 1..1
* identifier.value 1..1
* status MS
* docStatus MS
* type 1..1 MS
* category MS
* subject 1..1 MS
* subject only Reference(HomeFirstPatient)
* date MS
* date ^short = "When the source made this reference; the document's own time is in context.period"
* author MS
* custodian MS
* custodian only Reference(HomeFirstOrganization)
* relatesTo MS
* description MS
* securityLabel MS
* content.attachment obeys hf-att-1
* content.attachment.contentType 1..1 MS
* content.attachment.url MS
* content.attachment.title MS
* context.encounter MS
* context.encounter only Reference(HomeFirstSpell or HomeFirstContact or HomeFirstJourney)
* context.period MS
* context.related MS
* extension contains WithheldFrom named withheldFrom 0..* MS

Invariant: hf-att-1
Description: "The bytes can be had: in place, or at an address"
Severity: #error
Expression: "url.exists() or data.exists()"
