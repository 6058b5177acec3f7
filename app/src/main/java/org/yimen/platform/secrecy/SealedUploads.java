package org.yimen.platform.secrecy;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.DefaultMultipartHttpServletRequest;

/**
 * Takes uploaded files in without ever writing them plain onto the disk, which the server would.
 */
@Component("multipartResolver")
@ConditionalOnWebApplication
final class SealedUploads implements MultipartResolver {

  private static final long FILE = 512L << 20;
  private static final long REQUEST = 2L << 30;
  private static final int FIELD = 1 << 16;

  @Override
  public boolean isMultipart(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  @Override
  public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
    MultiValueMap<String, MultipartFile> files = new LinkedMultiValueMap<>();
    Map<String, String[]> parameters = new HashMap<>();
    FileUpload upload = new FileUpload();
    upload.setFileSizeMax(FILE);
    upload.setSizeMax(REQUEST);
    upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
    try {
      FileItemIterator items = upload.getItemIterator(context(request));
      while (items.hasNext()) {
        take(items.next(), files, parameters);
      }
    } catch (IOException e) {
      delete(files);
      throw refused(e);
    }
    return new DefaultMultipartHttpServletRequest(request, files, parameters, new HashMap<>());
  }

  private static void take(
      FileItemStream item,
      MultiValueMap<String, MultipartFile> files,
      Map<String, String[]> parameters)
      throws IOException {
    String field = item.getFieldName();
    try (InputStream in = item.openStream()) {
      if (item.isFormField()) {
        String text = new String(in.readNBytes(FIELD), StandardCharsets.UTF_8);
        parameters.merge(
            field,
            new String[] {text},
            (before, one) -> {
              String[] both = java.util.Arrays.copyOf(before, before.length + 1);
              both[before.length] = one[0];
              return both;
            });
      } else {
        files.add(field, new SealedUpload(field, item.getName(), item.getContentType(), in));
      }
    }
  }

  private static MultipartException refused(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SizeException
          || cause instanceof FileUploadIOException io && io.getCause() instanceof SizeException) {
        return new MaxUploadSizeExceededException(FILE, e);
      }
    }
    return new MultipartException("the upload can't be read", e);
  }

  private static UploadContext context(HttpServletRequest request) {
    return new UploadContext() {
      @Override
      public long contentLength() {
        return request.getContentLengthLong();
      }

      @Override
      public String getCharacterEncoding() {
        String encoding = request.getCharacterEncoding();
        return encoding == null ? StandardCharsets.UTF_8.name() : encoding;
      }

      @Override
      public @Nullable String getContentType() {
        return request.getContentType();
      }

      @Override
      public InputStream getInputStream() throws IOException {
        return request.getInputStream();
      }
    };
  }

  @Override
  public void cleanupMultipart(MultipartHttpServletRequest request) {
    delete(request.getMultiFileMap());
  }

  private static void delete(MultiValueMap<String, MultipartFile> files) {
    files.values().stream()
        .flatMap(java.util.List::stream)
        .forEach(
            file -> {
              try {
                if (file instanceof SealedUpload sealed) {
                  sealed.delete();
                }
              } catch (IOException e) {
                // nothing in it can be read
              }
            });
  }
}
