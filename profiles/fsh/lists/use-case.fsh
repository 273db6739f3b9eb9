// What a Home First message is for.

CodeSystem: HomeFirstUseCaseCodes
Id: use-case
Title: "Home First use case"
Description: "What a Home First message is for: the second coding of ServiceRequest.category, where BaRS has usecases-categories-bars, whose 34 use cases hold none for discharge. Codes and wording: ours, in the shape of BaRS. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/use-case"
* #acute-to-hub "Acute hospital to transfer of care hub"
* #hub-to-community "Transfer of care hub to community health"
* #hub-to-council "Transfer of care hub to council"
* #council-to-provider "Council to care provider"
* #withdrawal "Withdrawal of a referral"
* #outcome "Outcome of a referral"

ValueSet: HomeFirstUseCase
Id: use-case
Title: "Home First use case"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstUseCaseCodes
