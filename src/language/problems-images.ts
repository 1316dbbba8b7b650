// The words for what can be wrong with an image.

export const IMAGE_PROBLEMS = {
  en: {
    image_kind: {
      title: 'Not a PNG or JPEG',
      detail:
        '{found, select, empty {It is empty.} other {This is none of the images that browsers show safely.} GIF {This is a GIF.} WebP {This is a WebP image.} HEIC {This is an HEIC or AVIF image, as phones take them.} SVG {This is an SVG, which can hold programs.} HTML {This is a web page, not an image.} PDF {This is a PDF.}} What counts are the bytes, not the name. Save the logo as PNG or JPEG and send that.',
    },
    image_damaged: {
      title: 'The image is damaged',
      detail:
        '{why, select, cut_off {Its end is missing.} checksum {A part does not agree with its checksum.} lies {It holds another picture than its beginning says.} other {It is not built as a PNG or JPEG is.}} Export it once more and send that.',
    },
    image_measures: {
      title: 'The image is too small or too large',
      detail: 'It is {width} × {height} pixels. Each side may have {min} to {max}.',
    },
  },
  ko: {
    image_kind: {
      title: 'PNG나 JPEG가 아닙니다',
      detail:
        '{found, select, empty {빈 파일입니다.} other {브라우저가 안전하게 보여 줄 수 있는 이미지가 아닙니다.} GIF {GIF 파일입니다.} WebP {WebP 파일입니다.} HEIC {휴대폰 사진에 쓰이는 HEIC나 AVIF 파일입니다.} SVG {프로그램이 들어갈 수 있는 SVG 파일입니다.} HTML {이미지가 아니라 웹 페이지입니다.} PDF {PDF 파일입니다.}} 이름이 아니라 내용을 보고 판단합니다. 로고를 PNG나 JPEG로 저장해 보내 주세요.',
    },
    image_damaged: {
      title: '이미지가 손상되었습니다',
      detail:
        '{why, select, cut_off {끝부분이 없습니다.} checksum {검사 값이 맞지 않는 부분이 있습니다.} lies {앞부분에 적힌 크기와 실제 그림이 다릅니다.} other {PNG나 JPEG의 구조가 아닙니다.}} 다시 내보내 보내 주세요.',
    },
    image_measures: {
      title: '이미지가 너무 작거나 큽니다',
      detail: '가로세로 {width} × {height}픽셀입니다. 한 변은 {min}~{max}픽셀이어야 합니다.',
    },
  },
}
