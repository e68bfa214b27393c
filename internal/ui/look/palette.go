package look

import (
	"image/color"

	"fyne.io/fyne/v2"
)

type palette map[fyne.ThemeColorName]color.NRGBA

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

var light = palette{
	Paper: rgb(0xF6F4EF), Surface: rgb(0xFFFFFF), Panel: rgb(0xFAF8F4), Side: rgb(0xECE8DF),
	Line: rgb(0xDDD7CB), Border: rgb(0x8C877C), Ink: rgb(0x23302F), Soft: rgb(0x566361),
	Green: rgb(0x1F6B63), GreenSoft: rgb(0xDCEBE7), OnGreen: rgb(0xFFFFFF),
	Warm: rgb(0xB4532A), WarmInk: rgb(0x9C4320), WarmSoft: rgb(0xF6E3D8),
	Amber: rgb(0xB87A12), AmberInk: rgb(0x7A5208), AmberSoft: rgb(0xF8ECD2),
	Mask: rgb(0x23302F), Muted: rgb(0xE7E3DA),
}

var dark = palette{
	Paper: rgb(0x181D1C), Surface: rgb(0x222928), Panel: rgb(0x1D2322), Side: rgb(0x131716),
	Line: rgb(0x3B4543), Border: rgb(0x728079), Ink: rgb(0xE8E6E0), Soft: rgb(0xA7B2AF),
	Green: rgb(0x74C2B6), GreenSoft: rgb(0x1E3A36), OnGreen: rgb(0x0F1F1D),
	Warm: rgb(0xE0845A), WarmInk: rgb(0xF0A27D), WarmSoft: rgb(0x46291D),
	Amber: rgb(0xDDA842), AmberInk: rgb(0xEBC069), AmberSoft: rgb(0x40331A),
	Mask: rgb(0xE8E6E0), Muted: rgb(0x2C3332),
}

var lightContrast = palette{
	Paper: rgb(0xFFFFFF), Surface: rgb(0xFFFFFF), Panel: rgb(0xFFFFFF), Side: rgb(0xF2F0EA),
	Line: rgb(0x5A6664), Border: rgb(0x5A6664), Ink: rgb(0x000000), Soft: rgb(0x2F3A38),
	Green: rgb(0x0B443E), GreenSoft: rgb(0xE3F2EE), OnGreen: rgb(0xFFFFFF),
	Warm: rgb(0x8A3312), WarmInk: rgb(0x6E260B), WarmSoft: rgb(0xFBEDE5),
	Amber: rgb(0x8F5E06), AmberInk: rgb(0x533603), AmberSoft: rgb(0xFBF3E0),
	Mask: rgb(0x000000), Muted: rgb(0xE9E9E9),
}

var darkContrast = palette{
	Paper: rgb(0x000000), Surface: rgb(0x0A0D0C), Panel: rgb(0x000000), Side: rgb(0x0A0D0C),
	Line: rgb(0x9AA6A3), Border: rgb(0x9AA6A3), Ink: rgb(0xFFFFFF), Soft: rgb(0xD5DCDA),
	Green: rgb(0x96E3D6), GreenSoft: rgb(0x0E2B27), OnGreen: rgb(0x00110F),
	Warm: rgb(0xFFA67D), WarmInk: rgb(0xFFC2A5), WarmSoft: rgb(0x331A0F),
	Amber: rgb(0xFFCB63), AmberInk: rgb(0xFFDC97), AmberSoft: rgb(0x2E230C),
	Mask: rgb(0xFFFFFF), Muted: rgb(0x1F2423),
}
