"""Read QR codes as two programs do, since one of them may make much of a poor picture."""

from __future__ import annotations

import deqr
import numpy as np
import zxingcpp
from numpy.typing import NDArray

QR_CODE = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
Image = NDArray[np.uint8]  # grey, of shape (rows, columns)


def read_codes(image: Image) -> frozenset[str]:
    """The texts that both readers find in a picture.

    Dark on light only: not every reader takes a code that is light on dark.
    """
    return _zxing(image) & _zbar(image)


def _zxing(image: Image) -> frozenset[str]:
    codes = zxingcpp.read_barcodes(image, formats=QR_CODE, try_invert=False)
    return frozenset(code.text for code in codes)


def _zbar(image: Image) -> frozenset[str]:
    codes = deqr.QRdecDecoder().decode(image.copy())  # it changes the picture
    return frozenset("".join(str(part.data) for part in code.data_entries) for code in codes)
