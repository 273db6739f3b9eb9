// What every document of ours has in common: the Composition, its sections, and the Bundle around it.

RuleSet: AnyComposition
* insert Ours
* meta.extension contains SourceRecorded named sourceRecorded 0..1 MS
* identifier 1..1 MS
* identifier.system 1..1
* identifier.value 1..1
* identifier ^short = "The same for every version of the document"
* status MS
* type MS
* subject 1..1 MS
* subject only Reference(HomeFirstPatient)
* encounter MS
* encounter only Reference(HomeFirstSpell or HomeFirstContact)
* date MS
* author MS
* title MS
* confidentiality MS
* custodian MS
* custodian only Reference(HomeFirstOrganization)
* relatesTo MS
* relatesTo ^short = "A new version names the one that it replaces"
* section MS
* section obeys hf-sec-1
* section ^slicing.discriminator.type = #pattern
* section ^slicing.discriminator.path = "code"
* section ^slicing.rules = #open
* section.code 1..1 MS
* section.text MS
* section.entry MS
* section.emptyReason MS

RuleSet: MandatorySection(slice, code, title)
* section contains {slice} 1..1 MS
* section[{slice}] ^short = {title}
* section[{slice}].code = {code}

RuleSet: RequiredSection(slice, code, title)
* section contains {slice} 0..1 MS
* section[{slice}] ^short = {title}
* section[{slice}].code = {code}

RuleSet: OptionalSection(slice, code, title)
* section contains {slice} 0..1
* section[{slice}] ^short = {title}
* section[{slice}].code = {code}

RuleSet: AnyDocument(composition)
* insert Ours
* meta.extension contains SourceRecorded named sourceRecorded 0..1 MS
* obeys hf-doc-1 and hf-doc-2 and hf-doc-3 and hf-doc-4
* type = #document
* identifier 1..1 MS
* identifier.system 1..1
* identifier.value 1..1
* identifier ^short = "New with every version of the document"
* timestamp 1..1 MS
* timestamp ^short = "When this version was put together"
* entry MS
* entry.fullUrl 1..1
* entry.resource 1..1
* entry ^slicing.discriminator.type = #type
* entry ^slicing.discriminator.path = "resource"
* entry ^slicing.rules = #open
* entry contains composition 1..1 MS and patient 1..1 MS
* entry[composition].resource only {composition}
* entry[patient].resource only HomeFirstPatient

Invariant: hf-sec-1
Description: "A section that has nothing to say says why: without entries, sections and words it has an emptyReason, so that 'none known' is never told by absence"
Severity: #error
Expression: "entry.exists() or section.exists() or emptyReason.exists() or (text.exists() and text.status != 'empty')"

Invariant: hf-doc-1
Description: "The document is about the one Patient that it holds"
Severity: #error
Expression: "entry.first().resource.subject.reference.exists() and entry.where(resource is Patient).fullUrl.exists($this.endsWith(%resource.entry.first().resource.subject.reference))"

Invariant: hf-doc-2
Description: "No two resources of the document have the same address"
Severity: #error
Expression: "entry.fullUrl.isDistinct()"

Invariant: hf-doc-3
Description: "The Patient of the document has name, date of birth and address, or HL7's data-absent-reason in their place (PRSB: mandatory)"
Severity: #error
Expression: "entry.where(resource is Patient).resource.all(name.exists() and birthDate.exists() and address.exists())"

Invariant: hf-doc-4
Description: "Each allergy, diagnosis and procedure in the document says what it is, in a code or in words (PRSB: mandatory in the entry)"
Severity: #error
Expression: "entry.where(resource is AllergyIntolerance or resource is Condition or resource is Procedure).resource.all(code.exists())"
