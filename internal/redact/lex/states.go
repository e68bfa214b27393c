package lex

// Provinces are Canada's by their letters; StateNames are states and provinces in
// full, of the countries where one stands behind a town.
var (
	Provinces  = SetOf("ab bc mb nb nl ns nt nu on pe qc sk yt")
	StateNames = SetOf("alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota " +
		"mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming ontario quebec manitoba saskatchewan alberta newfoundland labrador yukon nunavut " +
		"queensland victoria tasmania gauteng limpopo mpumalanga kerala punjab gujarat bihar assam odisha telangana karnataka maharashtra rajasthan haryana sindh balochistan sabah sarawak johor selangor")
)

// StateLetters are states of the United States and of Australia by their letters.
var StateLetters = SetOf("al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc nsw vic qld tas act nt sa")

// NumberNames are capitals that name a kind of number and don't belong to it.
var NumberNames = SetOf("nric fin uci fps prn hmis wp uid phn hcn ohip trn ird cnic aadhaar pan sassa nhs chi hsc pps ssn crn ni nino upn uln mrn dob tel mob ext pin id ref no lac wccis nin urn ein itin tfn bsb us uk " +
	"at in on to of by the and is was ip vin hc arc sw gp od po iban cpn dr mr mrs ms")
