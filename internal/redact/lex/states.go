package lex

// Provinces are Canada's by their letters; StateNames are states and provinces in
// full, of the countries where one stands behind a town.
var (
	Provinces  = SetOf("ab bc mb nb nl ns nt nu on pe qc sk yt")
	StateNames = SetOf("alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota " +
		"mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming ontario quebec manitoba saskatchewan alberta newfoundland labrador yukon nunavut " +
		"queensland victoria tasmania gauteng limpopo mpumalanga kerala punjab gujarat bihar assam odisha telangana karnataka maharashtra rajasthan haryana sindh balochistan sabah sarawak johor selangor")
)
